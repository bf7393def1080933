package io.conserje.connectors.sqs;

import io.conserje.names.Queue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/**
 * What failed too often on its queue. SQS cannot list: a letter is received, which hides it, and
 * let go again. Of one conversation it gives out ten at a time.
 */
public final class SqsDeadLetters {

  private static final int MOST = 200;
  private static final int BATCH = 10;

  /** A short poll asks only some of SQS's servers. */
  private static final int LONG_POLL_SECONDS = 1;

  /** Should we die over it, the letters are back after this. */
  private static final int HIDDEN_SECONDS = 20;

  private final SqsClient sqs;
  private final Function<Queue, String> url;
  private final int pollSeconds;

  /**
   * @param url of the queue itself
   */
  public SqsDeadLetters(SqsClient sqs, Function<Queue, String> url) {
    this(sqs, url, LONG_POLL_SECONDS);
  }

  SqsDeadLetters(SqsClient sqs, Function<Queue, String> url, int pollSeconds) {
    this.sqs = sqs;
    this.url = url;
    this.pollSeconds = pollSeconds;
  }

  /**
   * A message that was given up.
   *
   * @param id SQS's own; a letter that is replayed and fails again is another one
   * @param body as it was on the queue
   * @param at when it was put there
   */
  public record Letter(Queue queue, String id, String body, Instant at) {}

  /** At most 200, in no order that counts. */
  public List<Letter> of(Queue queue) {
    List<Message> found = receive(queue, message -> false);
    release(queue, found);
    return found.stream().map(message -> letter(queue, message)).toList();
  }

  /**
   * Puts it on its queue again, under a deduplication id of its own, and takes it out of the dead
   * letters. Whoever dies in between has put it there twice, which is as harmless as any
   * repetition.
   *
   * @param after what has to be done once it is back, before it leaves the dead letters
   * @return empty if there is no such letter, or no more
   */
  public Optional<Letter> replay(Queue queue, String id, Consumer<Letter> after) {
    return take(
        queue,
        id,
        message -> {
          sqs.sendMessage(again(queue, message));
          after.accept(letter(queue, message));
        });
  }

  /**
   * Takes it out of the dead letters for good.
   *
   * @param before what has to be done before it is gone
   * @return empty if there is no such letter, or no more
   */
  public Optional<Letter> discard(Queue queue, String id, Consumer<Letter> before) {
    return take(queue, id, message -> before.accept(letter(queue, message)));
  }

  private Optional<Letter> take(Queue queue, String id, Consumer<Message> first) {
    List<Message> found = receive(queue, message -> message.messageId().equals(id));
    List<Message> left = new ArrayList<>(found);
    try {
      for (Message message : found) {
        if (message.messageId().equals(id)) {
          first.accept(message);
          delete(queue, message);
          left.remove(message);
          return Optional.of(letter(queue, message));
        }
      }
      return Optional.empty();
    } finally {
      release(queue, left);
    }
  }

  private List<Message> receive(Queue queue, Predicate<Message> enough) {
    List<Message> all = new ArrayList<>();
    while (all.size() < MOST) {
      List<Message> some = sqs.receiveMessage(request(queue)).messages();
      all.addAll(some);
      if (some.isEmpty() || some.stream().anyMatch(enough)) {
        break;
      }
    }
    return all;
  }

  private ReceiveMessageRequest request(Queue queue) {
    return ReceiveMessageRequest.builder()
        .queueUrl(deadUrl(queue))
        .maxNumberOfMessages(BATCH)
        .waitTimeSeconds(pollSeconds)
        .visibilityTimeout(HIDDEN_SECONDS)
        .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
        .build();
  }

  private SendMessageRequest again(Queue queue, Message message) {
    SendMessageRequest.Builder request =
        SendMessageRequest.builder().queueUrl(url.apply(queue)).messageBody(message.body());
    return queue.fifo()
        ? request
            .messageGroupId(message.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID))
            .messageDeduplicationId(Digest.of("replay", message.messageId()))
            .build()
        : request.build();
  }

  private void delete(Queue queue, Message message) {
    sqs.deleteMessage(
        request -> request.queueUrl(deadUrl(queue)).receiptHandle(message.receiptHandle()));
  }

  private void release(Queue queue, List<Message> messages) {
    for (int from = 0; from < messages.size(); from += BATCH) {
      List<ChangeMessageVisibilityBatchRequestEntry> entries =
          messages.subList(from, Math.min(from + BATCH, messages.size())).stream()
              .map(SqsDeadLetters::visible)
              .toList();
      sqs.changeMessageVisibilityBatch(
          request -> request.queueUrl(deadUrl(queue)).entries(entries));
    }
  }

  private static ChangeMessageVisibilityBatchRequestEntry visible(Message message) {
    return ChangeMessageVisibilityBatchRequestEntry.builder()
        .id(message.messageId())
        .receiptHandle(message.receiptHandle())
        .visibilityTimeout(0)
        .build();
  }

  private String deadUrl(Queue queue) {
    return queue.deadLettersUrl(url.apply(queue));
  }

  private static Letter letter(Queue queue, Message message) {
    Map<MessageSystemAttributeName, String> attributes = message.attributes();
    String sent = attributes.getOrDefault(MessageSystemAttributeName.SENT_TIMESTAMP, "0");
    return new Letter(
        queue, message.messageId(), message.body(), Instant.ofEpochMilli(Long.parseLong(sent)));
  }
}
