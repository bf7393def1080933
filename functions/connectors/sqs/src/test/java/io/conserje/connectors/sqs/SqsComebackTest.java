package io.conserje.connectors.sqs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.testkit.embedded.EmbeddedSqs;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class SqsComebackTest {

  private final EmbeddedSqs server = EmbeddedSqs.start();
  private final SqsClient sqs = SqsClients.create(TestQueues.environment(server.endpoint()));
  private final TestQueues queues = new TestQueues(sqs);

  @AfterEach
  void close() {
    sqs.close();
    server.close();
  }

  /** Its queue alone would keep it for an hour, longer than anybody awaits it here. */
  @Test
  void whatFailedIsThereAgainLongBeforeItsVisibilityEnds() {
    String url =
        queues.create(
            "call-events.fifo",
            Map.of(
                QueueAttributeName.FIFO_QUEUE, "true",
                QueueAttributeName.VISIBILITY_TIMEOUT, "3600"));
    sqs.sendMessage(
        r -> r.queueUrl(url).messageBody("ring").messageGroupId("g").messageDeduplicationId("1"));
    Message failed = queues.await(url);

    new SqsComeback(() -> sqs)
        .after(
            "arn:aws:sqs:eu-west-1:000000000000:" + url.substring(url.lastIndexOf('/') + 1),
            failed.receiptHandle(),
            Duration.ofSeconds(1));

    Message again = queues.await(url);
    assertEquals("ring", again.body());
    assertEquals("2", TestQueues.deliveries(again));
  }
}
