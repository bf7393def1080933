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
 * @param houseAddress from where, by the name that whoever carries it has for it
 * @param attempt 1 for the first try
 * @param firstTriedAt when the first try began; null before it
 * @param heardAt when the guest last wrote in this conversation; null for never
 * @param about the occasion, the language and the facts of a notice; empty for what is none
 * @param carrier the provider that brings what is written to this address of the house; null while
 *     it has brought nothing yet
 * @param content the template that says it in place of the text, and what fills it; null for none
 * @param choices what the guest may answer with one touch, best first; the text says it all without
 * @param speech in place of the text, which the guest has already; null for what is not said aloud
 * @param replayedAt when it was given another chance after it had been given up; null for never
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
    List<String> choices,
    Speech speech,
    Instant replayedAt) {

  public OutboundMessage {
    about = about == null ? Map.of() : Map.copyOf(about);
    choices = choices == null ? List.of() : List.copyOf(choices);
  }

  /** What is not said aloud. */
  public OutboundMessage(
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
        heardAt,
        about,
        carrier,
        content,
        choices,
        null,
        null);
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

  /**
   * @param address where whoever carries it fetches the sound, Opus in Ogg; empty until it is said
   */
  public record Speech(String address) {
    public static final Speech TO_BE_SAID = new Speech("");
  }

  public OutboundMessage as(Content template) {
    return with(template, speech);
  }

  public OutboundMessage as(Speech said) {
    return with(content, said);
  }

  private OutboundMessage with(Content content, Speech speech) {
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
        content,
        choices,
        speech,
        replayedAt);
  }

  /** Since when somebody has been trying to send it; null before the first try. */
  Instant triedSince() {
    return replayedAt == null ? firstTriedAt : replayedAt;
  }
}
