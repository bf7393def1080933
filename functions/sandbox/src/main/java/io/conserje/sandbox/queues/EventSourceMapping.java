package io.conserje.sandbox.queues;

import io.conserje.names.LambdaFunction;
import io.conserje.names.Queue;
import io.conserje.sandbox.Activity;
import io.conserje.sandbox.lambda.Functions;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;

/**
 * Receives from one queue and calls the function, as Lambda's own pollers do. What the function
 * reports failed, or all of it when it throws, stays in the queue and comes back when its
 * visibility ends. A FIFO queue gives out a group's next message only after the one before is gone,
 * so several pollers never work on one conversation at once.
 */
public final class EventSourceMapping implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EventSourceMapping.class);
  private static final int LONG_POLL_SECONDS = 1;
  private static final int POLLERS = 2;

  private final Queues queues;
  private final Queue queue;
  private final LambdaFunction function;
  private final Functions functions;
  private final Activity activity;
  private final ReadWriteLock pause;
  private volatile boolean stopping;

  /**
   * @param pause whoever holds its write lock stops all taking of messages
   */
  public EventSourceMapping(
      Queues queues,
      Queue queue,
      LambdaFunction function,
      Functions functions,
      Activity activity,
      ReadWriteLock pause) {
    this.queues = queues;
    this.queue = queue;
    this.function = function;
    this.functions = functions;
    this.activity = activity;
    this.pause = pause;
  }

  public EventSourceMapping start() {
    for (int i = 0; i < POLLERS; i++) {
      Thread.ofPlatform().daemon().name("poll-" + queue.name() + "-" + i).start(this::run);
    }
    return this;
  }

  private void run() {
    while (!stopping) {
      pause.readLock().lock();
      try {
        poll();
      } catch (RuntimeException e) {
        note(e);
      } finally {
        pause.readLock().unlock();
      }
    }
  }

  private void poll() {
    ReceiveMessageRequest request =
        ReceiveMessageRequest.builder()
            .queueUrl(queues.url(queue))
            .maxNumberOfMessages(queue.batch())
            .waitTimeSeconds(LONG_POLL_SECONDS)
            .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
            .messageAttributeNames("All")
            .build();
    List<Message> messages = queues.client().receiveMessage(request).messages();
    if (!messages.isEmpty()) {
      try (Activity.Work ignored = activity.begin()) {
        work(messages);
      }
    }
  }

  private void work(List<Message> messages) {
    try (KeptFromOthers ignored = KeptFromOthers.during(queues, queue, messages)) {
      String answer = functions.invoke(function, SqsRecords.event(queue.name(), messages));
      delete(SqsRecords.done(messages, answer));
    }
  }

  private void delete(List<Message> done) {
    if (!done.isEmpty()) {
      List<DeleteMessageBatchRequestEntry> entries =
          done.stream().map(m -> entry(m.messageId(), m.receiptHandle())).toList();
      queues
          .client()
          .deleteMessageBatch(request -> request.queueUrl(queues.url(queue)).entries(entries));
    }
  }

  private static DeleteMessageBatchRequestEntry entry(String id, String handle) {
    return DeleteMessageBatchRequestEntry.builder().id(id).receiptHandle(handle).build();
  }

  private void note(RuntimeException e) {
    if (!stopping) {
      LOG.warn(
          "{}: {}. The messages come back when their visibility ends.",
          queue.name(),
          e.getMessage());
      sleep();
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stopping = true;
  }
}
