package io.conserje.inbound;

import io.conserje.venue.Channel;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A guest's message, whatever brought it: what a webhook puts on the queue.
 *
 * @param provider {@code twilio}, {@code meta} …
 * @param eventId the provider's own id of the message; with {@code provider} it is the key of the
 *     ledger
 * @param houseAddress which of our addresses was written to, for example {@code +34600000900}
 * @param guestAddress where the answer goes; an opaque string, E.164 where the channel gives one
 * @param guestName as the channel shows it, or empty
 * @param text what was written; empty for media without a caption
 * @param kind what it is: {@code text}, {@code button}, {@code image}, {@code audio}, {@code
 *     location} …
 * @param media addresses of what came with it
 * @param receivedAt when the webhook took it
 * @param correlation follows the message through the logs, from the webhook into the ledger
 * @param language BCP 47, what the guest's page is in; null where the channel does not say
 * @param repliesTo the provider's id of the message of ours it is an answer to; null for none
 * @param otherAddress the same address of ours by its other name, where the provider tells two: its
 *     own id, and the number as guests see it. A house may be known by either; null for none
 */
public record InboundMessage(
    String provider,
    String eventId,
    Channel channel,
    String houseAddress,
    String guestAddress,
    String guestName,
    String text,
    String kind,
    List<String> media,
    Instant receivedAt,
    String correlation,
    String language,
    String repliesTo,
    String otherAddress) {

  private static final Set<String> ASKING_NOTHING =
      Set.of(
          "reaction",
          "stop",
          "start",
          "help",
          "system",
          "revoke",
          "request_welcome",
          "call_permission_reply");

  /** Of a provider that knows our address by one name. */
  public InboundMessage(
      String provider,
      String eventId,
      Channel channel,
      String houseAddress,
      String guestAddress,
      String guestName,
      String text,
      String kind,
      List<String> media,
      Instant receivedAt,
      String correlation,
      String language,
      String repliesTo) {
    this(
        provider,
        eventId,
        channel,
        houseAddress,
        guestAddress,
        guestName,
        text,
        kind,
        media,
        receivedAt,
        correlation,
        language,
        repliesTo,
        null);
  }

  /** Of a channel where a message is no answer to another. */
  public InboundMessage(
      String provider,
      String eventId,
      Channel channel,
      String houseAddress,
      String guestAddress,
      String guestName,
      String text,
      String kind,
      List<String> media,
      Instant receivedAt,
      String correlation,
      String language) {
    this(
        provider,
        eventId,
        channel,
        houseAddress,
        guestAddress,
        guestName,
        text,
        kind,
        media,
        receivedAt,
        correlation,
        language,
        null);
  }

  /** Of a channel that does not say which language the guest reads. */
  public InboundMessage(
      String provider,
      String eventId,
      Channel channel,
      String houseAddress,
      String guestAddress,
      String guestName,
      String text,
      String kind,
      List<String> media,
      Instant receivedAt,
      String correlation) {
    this(
        provider,
        eventId,
        channel,
        houseAddress,
        guestAddress,
        guestName,
        text,
        kind,
        media,
        receivedAt,
        correlation,
        null);
  }

  /**
   * What a model and a person read: the text, or for media without any, what it is in brackets, for
   * example {@code [audio]}. A place is never words alone.
   */
  public String words() {
    if (kind.equals("location")) {
      return Stream.concat(Stream.of("[location]", text), media.stream())
          .filter(part -> !part.isBlank())
          .collect(Collectors.joining(" "));
    }
    return text.isBlank() ? "[" + kind + "]" : text;
  }

  /** Whether the guest pressed something, so that nothing more is to be expected. */
  public boolean isButton() {
    return kind.equals("button");
  }

  /**
   * A thumb under something we said, or its taking back, is kept and is no turn of the guest;
   * neither is a word that the house or the provider has obeyed already, nor what the provider
   * itself has to say: that a chat was opened, that the house may ring.
   */
  public boolean asksNothing() {
    return ASKING_NOTHING.contains(kind);
  }

  /** The same as another kind. */
  public InboundMessage as(String kind) {
    return with(houseAddress, kind, otherAddress);
  }

  /**
   * The same, to our address by the name under which a house is known; the provider's own name of
   * it stays with it where that is another.
   */
  public InboundMessage to(String known) {
    return with(known, kind, known.equals(houseAddress) ? null : houseAddress);
  }

  /** The same, with the other name of our address. */
  public InboundMessage orTo(String otherAddress) {
    return with(houseAddress, kind, otherAddress);
  }

  private InboundMessage with(String houseAddress, String kind, String otherAddress) {
    return new InboundMessage(
        provider,
        eventId,
        channel,
        houseAddress,
        guestAddress,
        guestName,
        text,
        kind,
        media,
        receivedAt,
        correlation,
        language,
        repliesTo,
        otherAddress);
  }
}
