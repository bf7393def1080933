package io.conserje.connectors.sqs;

import io.conserje.call.CallEvent;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.SqsClient;

/** News of telephone calls on their way in: in order per call, and once while SQS remembers. */
public final class SqsCallEvents {

  private static final Logger LOG = LoggerFactory.getLogger(SqsCallEvents.class);

  private final SqsClient sqs;
  private final Supplier<String> queueUrl;
  private final QueueJson json;

  public SqsCallEvents(SqsClient sqs, Supplier<String> queueUrl, QueueJson json) {
    this.sqs = sqs;
    this.queueUrl = queueUrl;
    this.json = json;
  }

  /** Returns once the queue has it; throws when it may not have it. */
  public void put(CallEvent event) {
    sqs.sendMessage(request ->
        request
            .queueUrl(queueUrl.get())
            .messageGroupId(Digest.of(event.place().provider(), event.guestsCall()))
            .messageDeduplicationId(
                Digest.of(event.place().provider(), event.place().callId(), event.name()))
            .messageBody(json.write(event)));
    LOG.atInfo()
        .addKeyValue("channel", "voice")
        .addKeyValue("provider", event.place().provider())
        .addKeyValue("call", event.place().callId())
        .log("News of a call is on its queue.");
  }
}
