package io.conserje.connectors.meta;

import io.conserje.connectors.http.Timeouts;
import io.conserje.connectors.http.WholeAnswer.NoAnswer;
import io.conserje.connectors.json.OpenJson;
import io.conserje.outbound.EarlierTry;
import io.conserje.outbound.MessageSender;
import io.conserje.outbound.OutboundMessage;
import io.conserje.outbound.Sending;
import io.conserje.venue.Channel;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.Optional;
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
  private final MetaNumbers numbers;
  private final Outcome outcome;

  public MetaSender(Supplier<MetaAccount> account, OpenJson json, InstantSource clock) {
    this(account, json, clock, Timeouts.USUAL);
  }

  MetaSender(Supplier<MetaAccount> account, OpenJson json, InstantSource clock, Timeouts timeouts) {
    this.account = account;
    this.graph = new Graph(json, clock, timeouts);
    this.numbers = new MetaNumbers(json, graph, timeouts);
    this.outcome = new Outcome(json);
  }

  @Override
  public String provider() {
    return MetaEvents.PROVIDER;
  }

  /** Meta's id of a number, digits without a plus. */
  @Override
  public boolean holds(String houseAddress) {
    return MetaAccount.isId(houseAddress);
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
    if (number.isEmpty()) {
      return Sending.Refused.unasked(
          "no_number", "neither the house file nor WHATSAPP_PHONE_NUMBER_ID names Meta's number");
    }
    try {
      Optional<Sending> another = anothers(message.houseAddress(), now, number);
      return another.isPresent() ? another.get() : send(message, now, number);
    } catch (NoAnswer e) {
      return Outcome.unanswered(e.getMessage());
    }
  }

  /**
   * What becomes of a message whose house is known by a number of which Meta's id is not known yet,
   * and the number that begins to write is another's: it would be read as from there.
   */
  private Optional<Sending> anothers(String house, MetaAccount account, String number)
      throws NoAnswer {
    if (MetaAccount.isId(house)) {
      return Optional.empty();
    }
    return switch (numbers.of(account, number)) {
      case MetaNumbers.Found.Refused(HttpResponse<byte[]> answer) ->
          Optional.of(outcome.of(answer));
      case MetaNumbers.Found.Shown(String shown) ->
          shown.equals(house)
              ? Optional.empty()
              : Optional.of(
                  new Sending.Refused(
                      "no_number",
                      "WHATSAPP_PHONE_NUMBER_ID is another number's; nobody has written to this one"
                          + " yet, so the house file has to name Meta's id of it",
                      Sending.Refusal.NOT_OVER_THIS_CHANNEL));
    };
  }

  private Sending send(OutboundMessage message, MetaAccount account, String number)
      throws NoAnswer {
    Sending sending = outcome.of(graph.post(account, number, MetaMessage.of(message)));
    if (sending instanceof Sending.Later(String code, _, _, _)
        && Codes.isOursToMend(Codes.of(code))) {
      LOG.error(
          "Meta refuses WHATSAPP_ACCESS_TOKEN ({}): nothing is sent until it is put right.", code);
    }
    return sending;
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
