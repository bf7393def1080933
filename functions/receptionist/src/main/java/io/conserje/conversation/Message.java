package io.conserje.conversation;

import java.time.Instant;

/**
 * One message of a conversation.
 *
 * @param position counts up within the deployment; a later message has a higher one
 * @param kind what it came as: {@code text}, {@code audio}, {@code location} …
 * @param answers the words of the house it is an answer to, where the guest has said so; else empty
 * @param hearing for a voice note: what came of listening to it
 */
public record Message(
    long position,
    From from,
    String text,
    Instant at,
    String kind,
    String answers,
    Hearing hearing) {

  public Message(long position, From from, String text, Instant at) {
    this(position, from, text, at, "text", "", Hearing.NONE);
  }

  /** A voice note nobody has listened to. */
  public boolean isUnheard() {
    return kind.equals("audio") && from == From.GUEST && hearing == Hearing.NONE;
  }

  /** Who said it. */
  public enum From {
    GUEST,
    ASSISTANT,
    PERSON
  }
}
