package io.conserje.outbound;

import io.conserje.venue.Channel;
import io.conserje.venue.VenueId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * A message on its way out.
 *
 * @param attempt 1 for the first try
 * @param firstTriedAt when the first try began; null before it
 * @param heardAt when the guest last wrote in this conversation; null for never
 * @param about the occasion, the language and the facts of a notice; empty for what is none
 * @param carrier the provider that brings what is written to this address of the house; null while
 *     it has brought nothing yet
 * @param content the template that says it in place of the text, and what fills it; null for none
 * @param choices what the guest may answer with one touch, best first; the text says it all without
 */
public record OutboundMessage(
    UUID id,
    VenueId venue,
    UUID conversation,
    Channel channel,
    String houseAddress,
    String guestAddress,
    String text,
    int attempt,
    Instant firstTriedAt,
    Instant heardAt,
    Map<String, String> about,
    String carrier,
    Content content,
    List<String> choices) {

  public OutboundMessage {
    about = about == null ? Map.of() : Map.copyOf(about);
    choices = choices == null ? List.of() : List.copyOf(choices);
  }

  public OutboundMessage(
      UUID id,
      VenueId venue,
      UUID conversation,
      Channel channel,
      String houseAddress,
      String guestAddress,
      String text,
      int attempt,
      Instant firstTriedAt) {
    this(
        id,
        venue,
        conversation,
        channel,
        houseAddress,
        guestAddress,
        text,
        attempt,
        firstTriedAt,
        null,
        Map.of(),
        null,
        null,
        List.of());
  }

  /**
   * @param name the provider's, at Twilio {@code HX…}
   * @param language of its text
   * @param variables by their names, {@code 1}, {@code 2} …
   */
  public record Content(String name, Locale language, Map<String, String> variables) {}

  public OutboundMessage as(Content template) {
    return new OutboundMessage(
        id,
        venue,
        conversation,
        channel,
        houseAddress,
        guestAddress,
        text,
        attempt,
        firstTriedAt,
        heardAt,
        about,
        carrier,
        template,
        choices);
  }
}
