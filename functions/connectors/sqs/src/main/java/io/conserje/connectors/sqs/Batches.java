package io.conserje.connectors.sqs;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

/** Puts many messages on one queue in few exchanges, in their order. */
final class Batches {

  /** What SQS takes at once. */
  private static final int MOST = 10;

  /** All bodies of one exchange; SQS counts 262,144 bytes, attributes included. */
  private static final int LARGEST = 240_000;

  private final SqsClient sqs;
  private final String queueUrl;

  Batches(SqsClient sqs, String queueUrl) {
    this.sqs = sqs;
    this.queueUrl = queueUrl;
  }

  /**
   * One message.
   *
   * @param heading whatever stands on it besides its body
   */
  record Item(String body, UnaryOperator<SendMessageBatchRequestEntry.Builder> heading) {

    int size() {
      return body.getBytes(StandardCharsets.UTF_8).length;
    }
  }

  /** Returns once the queue has them all; throws when it may have them only in part. */
  void put(List<Item> items) {
    List<Item> batch = new ArrayList<>();
    int size = 0;
    for (Item item : items) {
      if (batch.size() == MOST || size + item.size() > LARGEST) {
        send(batch);
        batch.clear();
        size = 0;
      }
      batch.add(item);
      size += item.size();
    }
    send(batch);
  }

  private void send(List<Item> batch) {
    if (batch.isEmpty()) {
      return;
    }
    List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
    for (Item item : batch) {
      entries.add(
          item.heading()
              .apply(SendMessageBatchRequestEntry.builder())
              .id(String.valueOf(entries.size()))
              .messageBody(item.body())
              .build());
    }
    SendMessageBatchResponse answer =
        sqs.sendMessageBatch(request -> request.queueUrl(queueUrl).entries(entries));
    if (answer.successful().size() != batch.size()) {
      throw SdkClientException.create(
          "The queue took " + answer.successful().size() + " of " + batch.size() + " messages.");
    }
  }
}
