package io.conserje.connectors.sqs;

import io.conserje.names.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;

/** New queues for every test, and the reader's side of them. */
final class TestQueues {

  /** Shorter than the time-outs of the client. */
  private static final int POLL_SECONDS = 2;

  private static final int POLLS = 15;

  private final SqsClient sqs;
  private int created;

  TestQueues(SqsClient sqs) {
    this.sqs = sqs;
  }

  static Map<String, String> environment(String endpoint) {
    return Map.of(
        Variable.AWS_REGION,
        "eu-west-1",
        Variable.AWS_ENDPOINT_URL_SQS,
        endpoint,
        "AWS_ACCESS_KEY_ID",
        "test",
        "AWS_SECRET_ACCESS_KEY",
        "test");
  }

  static String group(Message message) {
    return message.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID);
  }

  static String deliveries(Message message) {
    return message.attributes().get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT);
  }

  /** The name gets a number, so that no test sees another's messages. */
  String create(String name, Map<QueueAttributeName, String> attributes) {
    created++;
    return sqs.createQueue(r -> r.queueName(created + "-" + name).attributes(attributes))
        .queueUrl();
  }

  void setAsideAfter(int deliveries, String url, String deadUrl) {
    String dead =
        sqs.getQueueAttributes(
                r -> r.queueUrl(deadUrl).attributeNames(QueueAttributeName.QUEUE_ARN))
            .attributes()
            .get(QueueAttributeName.QUEUE_ARN);
    String policy =
        "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"%d\"}".formatted(dead, deliveries);
    sqs.setQueueAttributes(
        r -> r.queueUrl(url).attributes(Map.of(QueueAttributeName.REDRIVE_POLICY, policy)));
  }

  List<Message> receive(String url, int atMost) {
    return receive(url, atMost, 0);
  }

  /** The next message, however long the queue takes to give it out. */
  Message await(String url) {
    for (int poll = 0; poll < POLLS; poll++) {
      List<Message> received = receive(url, 1, POLL_SECONDS);
      if (!received.isEmpty()) {
        return received.getFirst();
      }
    }
    throw new AssertionError("Nothing came from " + url);
  }

  /** Everything a reader gets, each batch deleted once read. */
  List<Message> drain(String url) {
    List<Message> all = new ArrayList<>();
    List<Message> some = receive(url, 10);
    while (!some.isEmpty()) {
      delete(url, some);
      all.addAll(some);
      some = receive(url, 10);
    }
    return all;
  }

  void delete(String url, List<Message> messages) {
    List<DeleteMessageBatchRequestEntry> entries = messages.stream().map(TestQueues::done).toList();
    int deleted = sqs.deleteMessageBatch(r -> r.queueUrl(url).entries(entries)).successful().size();
    if (deleted != messages.size()) {
      throw new AssertionError(deleted + " of " + messages.size() + " were deleted.");
    }
  }

  /** As when a reader failed and its time is over. */
  void release(String url, Message message) {
    sqs.changeMessageVisibility(
        r -> r.queueUrl(url).receiptHandle(message.receiptHandle()).visibilityTimeout(0));
  }

  int count(String url, QueueAttributeName attribute) {
    return Integer.parseInt(
        sqs.getQueueAttributes(r -> r.queueUrl(url).attributeNames(attribute))
            .attributes()
            .get(attribute));
  }

  private List<Message> receive(String url, int atMost, int waitSeconds) {
    return sqs.receiveMessage(
            ReceiveMessageRequest.builder()
                .queueUrl(url)
                .maxNumberOfMessages(atMost)
                .waitTimeSeconds(waitSeconds)
                .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                .build())
        .messages();
  }

  private static DeleteMessageBatchRequestEntry done(Message message) {
    return DeleteMessageBatchRequestEntry.builder()
        .id(message.messageId())
        .receiptHandle(message.receiptHandle())
        .build();
  }
}
