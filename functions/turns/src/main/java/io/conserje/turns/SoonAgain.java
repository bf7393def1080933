package io.conserje.turns;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.conserje.connectors.sqs.SqsComeback;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the first tries of a message follow each other within seconds. After those it waits as long
 * as its queue says, so that what stays broken for a while does not use up all of them.
 */
final class SoonAgain implements Consumer<SQSMessage> {

  private static final Logger LOG = LoggerFactory.getLogger(SoonAgain.class);
  private static final String DELIVERIES = "ApproximateReceiveCount";

  /** Half a minute in all: whoever rings has hung up by then. */
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofSeconds(4),
          Duration.ofSeconds(8),
          Duration.ofSeconds(15));

  private final SqsComeback comeback;

  SoonAgain(SqsComeback comeback) {
    this.comeback = comeback;
  }

  @Override
  public void accept(SQSMessage message) {
    Map<String, String> attributes = message.getAttributes();
    int delivery =
        Integer.parseInt(attributes == null ? "1" : attributes.getOrDefault(DELIVERIES, "1"));
    if (delivery <= PAUSES.size()) {
      bringBack(message, PAUSES.get(delivery - 1));
    }
  }

  private void bringBack(SQSMessage message, Duration pause) {
    try {
      comeback.after(message.getEventSourceArn(), message.getReceiptHandle(), pause);
    } catch (RuntimeException e) {
      LOG.warn(
          "Message " + message.getMessageId() + " comes back only when its visibility ends.", e);
    }
  }
}
