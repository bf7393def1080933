package io.conserje.outbound;

import io.conserje.outbound.OutboundMessage.Content;
import io.conserje.venue.Channel;
import io.conserje.venue.Correspondence.Occasion;
import io.conserje.venue.Correspondence.Template;
import io.conserje.venue.Venue;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * WhatsApp takes free text for a day after the guest's last word; later only a template that was
 * approved before.
 */
final class CustomerWindow {

  private static final Duration OPEN = Duration.ofHours(24);

  private CustomerWindow() {}

  static boolean isOpen(OutboundMessage message, Instant now) {
    return message.channel() != Channel.WHATSAPP
        || message.heardAt() != null && message.heardAt().plus(OPEN).isAfter(now);
  }

  /** The message as one of the house's templates; empty when it has none for it. */
  static Optional<OutboundMessage> asTemplate(
      OutboundMessage message, Venue venue, MessageSender sender) {
    Locale language =
        Locale.forLanguageTag(
            message.about().getOrDefault("language", venue.language().toLanguageTag()));
    return venue
        .correspondence()
        .template(occasion(message), language, sender::knows)
        .map(template -> message.as(content(template, message, venue)));
  }

  private static Occasion occasion(OutboundMessage message) {
    String occasion = message.about().getOrDefault("occasion", Occasion.REPLY.code());
    return Occasion.valueOf(occasion.toUpperCase(Locale.ROOT));
  }

  private static Content content(Template template, OutboundMessage message, Venue venue) {
    Map<String, String> variables = new LinkedHashMap<>();
    for (String fact : template.variables()) {
      String value =
          switch (fact) {
            case "text" -> message.text();
            case "house" -> venue.name();
            default -> message.about().getOrDefault(fact, "");
          };
      variables.put(String.valueOf(variables.size() + 1), oneLine(value));
    }
    return new Content(template.content(), template.language(), variables);
  }

  /** A variable has neither line ends nor many spaces, and is not empty. */
  private static String oneLine(String value) {
    String line = value.replaceAll("\\s+", " ").strip();
    return line.isEmpty() ? "-" : line;
  }
}
