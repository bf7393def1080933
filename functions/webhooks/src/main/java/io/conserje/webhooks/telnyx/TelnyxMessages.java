package io.conserje.webhooks.telnyx;

import io.conserje.connectors.json.Cut;
import io.conserje.connectors.json.Part;
import io.conserje.inbound.DeliveryReport;
import io.conserje.inbound.InboundMessage;
import io.conserje.venue.Channel;
import io.conserje.webhooks.MediaKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What Telnyx tells of messages, in our own words. */
final class TelnyxMessages {

  static final String PROVIDER = "telnyx";

  /** With our own id behind it, on every message we send. */
  private static final String TAG = "conserje:";

  private static final int LONGEST_ADDRESS = 200;

  /** Far more than an SMS holds, and less than a queue takes. */
  private static final int LONGEST_TEXT = 20_000;

  private static final int LONGEST_FILE = 2_000;
  private static final int MOST_FILES = 10;

  boolean isOurs(TelnyxEvent event) {
    return event.payload().text("direction").equals("outbound");
  }

  /** A guest's message; empty for one of which nobody can say who wrote it, or to whom. */
  Optional<InboundMessage> message(TelnyxEvent event) {
    Part payload = event.payload();
    String house = cut(house(payload));
    String guest = cut(number(payload, "from"));
    if (house.isBlank() || guest.isBlank()) {
      return Optional.empty();
    }
    return Optional.of(
        new InboundMessage(
            PROVIDER,
            event.id(),
            Channel.SMS,
            house,
            guest,
            "",
            Cut.to(payload.text("text"), LONGEST_TEXT),
            kind(payload),
            payload.each("media").stream()
                .map(file -> Cut.to(file.text("url"), LONGEST_FILE))
                .filter(url -> !url.isBlank())
                .limit(MOST_FILES)
                .toList(),
            event.receivedAt(),
            event.correlation()));
  }

  /** Of a message to several it is the one for which Telnyx calls us. */
  private static String house(Part payload) {
    List<Part> to = payload.each("to");
    return to.stream()
        .filter(one -> one.text("status").equals("webhook_delivered"))
        .findFirst()
        .or(() -> to.stream().findFirst())
        .map(one -> one.text("phone_number"))
        .or(() -> payload.texts("to").stream().findFirst())
        .orElseGet(() -> number(payload, "to"));
  }

  /** In an object with what else is known of it, or alone, as older events have it. */
  private static String number(Part payload, String name) {
    String within = payload.at(name).text("phone_number");
    return within.isBlank() ? payload.text(name) : within;
  }

  /** Words that Telnyx has obeyed and answered by itself are no turn of the guest. */
  private static String kind(Part payload) {
    return switch (payload.text("autoresponse_type").toLowerCase(Locale.ROOT)) {
      case "opt_out" -> "stop";
      case "opt_in" -> "start";
      case "help" -> "help";
      default ->
          payload.each("media").stream()
              .findFirst()
              .map(file -> MediaKind.of(file.text("content_type")))
              .filter(kind -> !kind.equals("text"))
              .orElseGet(() -> payload.each("media").isEmpty() ? "text" : "document");
    };
  }

  /** What became of a message of ours; empty where it does not say of which, or what. */
  Optional<DeliveryReport> report(TelnyxEvent event) {
    Part payload = event.payload();
    List<Part> to = payload.each("to");
    String status = to.isEmpty() ? "" : to.getFirst().text("status");
    if (payload.text("id").isBlank() || status.isBlank()) {
      return Optional.empty();
    }
    List<Part> errors = payload.each("errors");
    return Optional.of(
        new DeliveryReport(
            PROVIDER,
            TelnyxEvent.id(cut(payload.text("id"))),
            ourId(payload),
            cut(status),
            errors.isEmpty() ? null : present(cut(errors.getFirst().text("code"))),
            event.receivedAt(),
            event.correlation()));
  }

  private static String ourId(Part payload) {
    return payload.texts("tags").stream()
        .filter(tag -> tag.startsWith(TAG))
        .map(tag -> cut(tag.substring(TAG.length())))
        .findFirst()
        .orElse(null);
  }

  private static String present(String text) {
    return text.isBlank() ? null : text;
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_ADDRESS ? text : text.substring(0, LONGEST_ADDRESS);
  }
}
