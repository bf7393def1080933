package io.conserje.connectors.sqs;

import io.conserje.call.out.CallDue;
import io.conserje.conversation.Wakeups;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.MDC;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Reminders as delayed messages on two standard queues. Each carries on what the lines of the log
 * belong to.
 */
public final class SqsWakeups implements Wakeups, CallDue {

  /** What SQS allows; who must wait longer is woken early and waits again. */
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(900);

  private final SqsClient sqs;
  private final Supplier<String> turnDueUrl;
  private final Supplier<String> outboxDueUrl;
  private final QueueJson json;

  public SqsWakeups(
      SqsClient sqs, Supplier<String> turnDueUrl, Supplier<String> outboxDueUrl, QueueJson json) {
    this.sqs = sqs;
    this.turnDueUrl = turnDueUrl;
    this.outboxDueUrl = outboxDueUrl;
    this.json = json;
  }

  @Override
  public void turnDue(UUID conversation, long upTo, Duration delay) {
    send(
        turnDueUrl.get(),
        json.write(new TurnDue(conversation, upTo, MDC.get("correlation"), MDC.get("channel"))),
        delay);
  }

  @Override
  public void outboxDue(UUID conversation, Duration delay, Instant waitsFor) {
    // A reminder that comes before its time has waited nothing out.
    Instant waitedOut = delay.compareTo(LONGEST_DELAY) > 0 ? null : waitsFor;
    send(
        outboxDueUrl.get(),
        json.write(new OutboxDue(conversation, waitedOut, MDC.get("correlation"))),
        delay);
  }

  /** What waits to be sent, and who waits to be called, share a queue. */
  @Override
  public void callDue(UUID call, Duration delay) {
    send(
        outboxDueUrl.get(),
        json.write(new OutboxDue(null, null, MDC.get("correlation"), call)),
        delay);
  }

  private void send(String queueUrl, String body, Duration delay) {
    sqs.sendMessage(
        request -> request.queueUrl(queueUrl).messageBody(body).delaySeconds(wholeSeconds(delay)));
  }

  /** Rounded up: a reminder may come late, never before its time. */
  static int wholeSeconds(Duration delay) {
    if (delay.isNegative()) {
      return 0;
    }
    if (delay.compareTo(LONGEST_DELAY) >= 0) {
      return (int) LONGEST_DELAY.toSeconds();
    }
    return (int) delay.plusNanos(999_999_999).toSeconds();
  }
}
