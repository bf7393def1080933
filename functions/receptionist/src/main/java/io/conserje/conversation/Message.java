package io.conserje.conversation;

import java.time.Instant;

/**
 * One message of a conversation.
 *
 * @param position counts up within the deployment; a later message has a higher one
 */
public record Message(long position, From from, String text, Instant at) {

  /** Who said it. */
  public enum From {
    GUEST,
    ASSISTANT,
    PERSON
  }
}
