package io.conserje.connectors.sqs;

import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Brings a message that failed back before its queue's visibility ends. */
public final class SqsComeback {

  private final Supplier<SqsClient> sqs;

  /**
   * @param sqs asked for when there is something to bring back
   */
  public SqsComeback(Supplier<SqsClient> sqs) {
    this.sqs = sqs;
  }

  /**
   * @param queueArn {@code arn:aws:sqs:<region>:<account>:<name>}, as an event brings it
   * @param receipt of this delivery
   * @param pause in whole seconds
   */
  public void after(String queueArn, String receipt, Duration pause) {
    String name = queueArn.substring(queueArn.lastIndexOf(':') + 1);
    String url = sqs.get().getQueueUrl(request -> request.queueName(name)).queueUrl();
    sqs.get()
        .changeMessageVisibility(request ->
            request
                .queueUrl(url)
                .receiptHandle(receipt)
                .visibilityTimeout((int) pause.toSeconds()));
  }
}
