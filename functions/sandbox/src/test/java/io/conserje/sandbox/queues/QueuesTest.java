package io.conserje.sandbox.queues;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.names.Queue;
import io.conserje.testkit.embedded.EmbeddedSqs;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QueuesTest {

  private EmbeddedSqs sqs;
  private Queues queues;

  @BeforeEach
  void start() {
    sqs = EmbeddedSqs.start();
    queues = new Queues(sqs.endpoint(), Duration.ofSeconds(40));
    queues.create();
  }

  @AfterEach
  void stop() {
    queues.close();
    sqs.close();
  }

  @Test
  void aReminderForLaterIsNotDueAndOneForNowIs() {
    send(Queue.OUTBOX_DUE, 600);
    assertTrue(queues.nothingIsDue());
    assertFalse(queues.areEmpty());

    send(Queue.OUTBOX_DUE, 0);
    assertFalse(queues.nothingIsDue());
  }

  @Test
  void whatIsBeingWorkedOnIsDue() {
    send(Queue.TURN_DUE, 0);
    queues.client().receiveMessage(request -> request.queueUrl(queues.url(Queue.TURN_DUE)));

    assertFalse(queues.nothingIsDue());
  }

  @Test
  void newsForLaterAreDueAllTheSame() {
    send(Queue.DELIVERY_STATUSES, 600);

    assertFalse(queues.nothingIsDue());
  }

  private void send(Queue queue, int delay) {
    queues
        .client()
        .sendMessage(
            request -> request.queueUrl(queues.url(queue)).messageBody("{}").delaySeconds(delay));
  }
}
