package io.conserje.connectors.meta;

import io.conserje.connectors.http.Timeouts;
import io.conserje.connectors.http.WholeAnswer.NoAnswer;
import io.conserje.connectors.json.OpenJson;
import io.conserje.outbound.EarlierTry;
import io.conserje.outbound.MessageSender;
import io.conserje.outbound.OutboundMessage;
import io.conserje.outbound.Sending;
import io.conserje.venue.Channel;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends WhatsApp messages through Meta's Cloud API. The account is read at each use, so that a new
 * token needs no restart.
 */
public final class MetaSender implements MessageSender {

  private static final Logger LOG = LoggerFactory.getLogger(MetaSender.class);

  /** Meta's limit for a text. */
  static final int LONGEST = 4096;

  private final Supplier<MetaAccount> account;
  private final Graph graph;
  private final Outcome outcome;

  public MetaSender(Supplier<MetaAccount> account, OpenJson json, InstantSource clock) {
    this(account, json, clock, Timeouts.USUAL);
  }

  MetaSender(Supplier<MetaAccount> account, OpenJson json, InstantSource clock, Timeouts timeouts) {
    this.account = account;
    this.graph = new Graph(json, clock, timeouts);
    this.outcome = new Outcome(json);
  }

  @Override
  public String provider() {
    return MetaEvents.PROVIDER;
  }

  /** Meta's id of a number, digits without a plus. */
  @Override
  public boolean holds(String houseAddress) {
    return houseAddress.matches("\\d+");
  }

  /** Small letters, digits and underscores. */
  @Override
  public boolean knows(String template) {
    return template.matches("[a-z0-9_]+");
  }

  @Override
  public Sending send(OutboundMessage message) {
    if (message.channel() != Channel.WHATSAPP) {
      return Sending.Refused.unasked("channel", "Meta carries only WhatsApp here.");
    }
    if (message.text().codePointCount(0, message.text().length()) > LONGEST) {
      return Sending.Refused.unasked(
          "too_long", "The reply has more than " + LONGEST + " characters; Meta takes no more.");
    }
    MetaAccount now = account.get();
    String number = now.idOf(message.houseAddress());
    return number.isEmpty()
        ? Sending.Refused.unasked(
            "no_number", "neither the house file nor WHATSAPP_PHONE_NUMBER_ID names Meta's number")
        : send(message, now, number);
  }

  private Sending send(OutboundMessage message, MetaAccount account, String number) {
    try {
      Sending sending = outcome.of(graph.post(account, number, MetaMessage.of(message)));
      if (sending instanceof Sending.Later(String code, _, _, _)
          && Codes.isOursToMend(Codes.of(code))) {
        LOG.error(
            "Meta refuses WHATSAPP_ACCESS_TOKEN ({}): nothing is sent until it is put right.",
            code);
      }
      return sending;
    } catch (NoAnswer e) {
      return Outcome.unanswered(e.getMessage());
    }
  }

  /**
   * Meta cannot be asked. Whether an earlier try was taken is told by a status with our id, which
   * is waited for before the next one; then the message is not to be sent any more.
   */
  @Override
  public EarlierTry alreadyTaken(OutboundMessage message, Set<String> known) {
    return EarlierTry.UNKNOWN;
  }
}
