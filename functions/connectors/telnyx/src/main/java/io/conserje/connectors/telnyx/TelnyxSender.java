package io.conserje.connectors.telnyx;

import io.conserje.connectors.http.WholeAnswer;
import io.conserje.outbound.EarlierTry;
import io.conserje.outbound.MessageSender;
import io.conserje.outbound.OutboundMessage;
import io.conserje.outbound.Sending;
import io.conserje.outbound.Sending.About;
import io.conserje.outbound.SmsText;
import io.conserje.venue.Channel;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Sends SMS through Telnyx. */
public final class TelnyxSender implements MessageSender {

  public static final String PROVIDER = "telnyx";

  /** What every message of ours is tagged with; its webhooks bring it back. */
  public static final String TAG = "conserje:";

  /** Ten segments of 153 characters. */
  static final int LONGEST = 1530;

  /**
   * Until what Telnyx tells of a message it took, by the tag, had the time to come nothing is said
   * again: it cannot be asked.
   */
  static final Duration FOR_A_STATUS = Duration.ofSeconds(20);

  private final TelnyxApi api;
  private final Supplier<String> publicBaseUrl;

  /**
   * @param publicBaseUrl where Telnyx tells what became of a message
   */
  public TelnyxSender(TelnyxApi api, Supplier<String> publicBaseUrl) {
    this.api = api;
    this.publicBaseUrl = publicBaseUrl;
  }

  @Override
  public String provider() {
    return PROVIDER;
  }

  @Override
  public boolean holds(String houseAddress) {
    return houseAddress.startsWith("+");
  }

  /** SMS has none. */
  @Override
  public boolean knows(String template) {
    return false;
  }

  @Override
  public Sending send(OutboundMessage message) {
    if (message.channel() != Channel.SMS) {
      return Sending.Refused.unasked("channel", "Telnyx carries only SMS here.");
    }
    String text = SmsText.of(message.text());
    if (text.codePointCount(0, text.length()) > LONGEST) {
      return Sending.Refused.unasked(
          "too_long", "The reply has more than " + LONGEST + " characters; Telnyx takes no more.");
    }
    try {
      return outcome(api.post("/messages", body(message, text)));
    } catch (WholeAnswer.NoAnswer e) {
      return perhapsTaken("no_answer", "Telnyx: " + e.getMessage(), null);
    }
  }

  private Map<String, Object> body(OutboundMessage message, String text) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("from", message.houseAddress());
    body.put("to", message.guestAddress());
    body.put("text", text);
    body.put("type", "SMS");
    body.put("tags", List.of(TAG + message.id()));
    body.put("webhook_url", publicBaseUrl.get().replaceAll("/+$", "") + "/telnyx/events");
    return body;
  }

  private static Sending outcome(Reply reply) {
    String id = reply.body().at("data").text("id");
    if (reply.isYes() && !id.isEmpty()) {
      return new Sending.Taken(id);
    }
    String code = reply.code().isEmpty() ? "http_" + reply.status() : reply.code();
    if (reply.isYes() || reply.status() == 408 || reply.status() >= 500) {
      return perhapsTaken(code, reply.reason(), reply.askedToWait());
    }
    return reply.isPassing()
        ? new Sending.Later(code, reply.reason(), reply.askedToWait())
        : new Sending.Refused(code, reply.reason(), Codes.refusal(code));
  }

  /** Nobody knows; the webhooks will tell. */
  private static Sending perhapsTaken(String code, String reason, Duration asked) {
    boolean longer = asked != null && asked.compareTo(FOR_A_STATUS) > 0;
    About about = asked == null ? About.PROVIDER : About.PAUSE;
    return new Sending.Later(code, reason, longer ? asked : FOR_A_STATUS, about);
  }

  /**
   * Telnyx finds a message by its own id only, so it cannot be asked. What it took it tells, within
   * seconds, by the tag: the outbox then knows that the message is on its way before it is tried
   * again, which is {@link #FOR_A_STATUS} later.
   */
  @Override
  public EarlierTry alreadyTaken(OutboundMessage message, Set<String> known) {
    return EarlierTry.UNKNOWN;
  }
}
