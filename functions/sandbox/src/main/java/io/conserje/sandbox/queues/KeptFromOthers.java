package io.conserje.sandbox.queues;

import io.conserje.names.Queue;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Keeps messages out of others' sight for as long as a function works on them. In production the
 * visibility is six times the function's time-out and nothing has to be done; here it is short, so
 * that what failed comes back soon, and a slow machine must not count as a failure.
 */
final class KeptFromOthers implements AutoCloseable {

  private static final Duration SHORTEST = Duration.ofSeconds(2);

  private final Queues queues;
  private final Queue queue;
  private final List<Message> messages;
  private final Thread beat;

  private KeptFromOthers(Queues queues, Queue queue, List<Message> messages) {
    this.queues = queues;
    this.queue = queue;
    this.messages = messages;
    this.beat = Thread.ofVirtual().unstarted(this::beat);
  }

  static KeptFromOthers during(Queues queues, Queue queue, List<Message> messages) {
    KeptFromOthers kept = new KeptFromOthers(queues, queue, messages);
    if (queues.visibility().compareTo(SHORTEST) >= 0) {
      kept.beat.start();
    }
    return kept;
  }

  private void beat() {
    try {
      while (true) {
        Thread.sleep(queues.visibility().dividedBy(2));
        queues
            .client()
            .changeMessageVisibilityBatch(request ->
                request
                    .queueUrl(queues.url(queue))
                    .entries(messages.stream().map(this::entry).toList()));
      }
    } catch (InterruptedException | SdkException ended) {
      // done, or the queue is gone: the visibility runs out by itself
    }
  }

  private ChangeMessageVisibilityBatchRequestEntry entry(Message message) {
    return ChangeMessageVisibilityBatchRequestEntry.builder()
        .id(message.messageId())
        .receiptHandle(message.receiptHandle())
        .visibilityTimeout((int) queues.visibility().toSeconds())
        .build();
  }

  @Override
  public void close() {
    beat.interrupt();
  }
}
