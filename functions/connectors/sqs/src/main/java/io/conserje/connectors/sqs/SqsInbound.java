package io.conserje.connectors.sqs;

import io.conserje.inbound.InboundMessage;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Guests' messages on their way in: in order per conversation, and once while SQS remembers (five
 * minutes).
 */
public final class SqsInbound {

  private static final Logger LOG = LoggerFactory.getLogger(SqsInbound.class);

  private final SqsClient sqs;
  private final Supplier<String> queueUrl;
  private final QueueJson json;

  public SqsInbound(SqsClient sqs, Supplier<String> queueUrl, QueueJson json) {
    this.sqs = sqs;
    this.queueUrl = queueUrl;
    this.json = json;
  }

  /** Returns once the queue has it; throws when it may not have it. */
  public void put(InboundMessage message) {
    sqs.sendMessage(request ->
        request
            .queueUrl(queueUrl.get())
            .messageGroupId(group(message))
            .messageDeduplicationId(deduplication(message))
            .messageBody(json.write(message)));
    LOG.atInfo()
        .addKeyValue("channel", message.channel().code())
        .addKeyValue("provider", message.provider())
        .log("A guest's message is on its queue.");
  }

  /**
   * The same for many, in the order of each conversation; throws when the queue may have them only
   * in part.
   */
  public void putAll(List<InboundMessage> messages) {
    if (messages.size() == 1) {
      put(messages.getFirst());
      return;
    }
    new Batches(sqs, queueUrl.get())
        .put(
            messages.stream()
                .map(message ->
                    new Batches.Item(
                        group(message),
                        json.write(message),
                        entry ->
                            entry
                                .messageGroupId(group(message))
                                .messageDeduplicationId(deduplication(message))))
                .toList());
  }

  static String deduplication(InboundMessage message) {
    return Digest.of(message.provider(), message.eventId(), "message");
  }

  static String group(InboundMessage message) {
    return Digest.of(message.channel().code(), message.houseAddress(), message.guestAddress());
  }
}
