package io.conserje.conversation;

import java.util.Locale;

/** What came of listening to a voice note. */
public enum Hearing {
  /** It is none, or nobody has listened to it. */
  NONE,
  /** Its words are the text of the message. */
  WORDS,
  /** Silence, noise, or words nobody understands. */
  NOTHING,
  TOO_LONG,
  TOO_LARGE,
  /** No sound of a kind anybody here can play. */
  NO_SOUND,
  /** Tried in vain: whoever brings it, or whoever writes it down, does not answer. */
  NOT_NOW;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Null is {@link #NONE}. */
  public static Hearing of(String code) {
    return code == null ? NONE : valueOf(code.toUpperCase(Locale.ROOT));
  }

  /** Whether somebody has listened in vain. */
  public boolean inVain() {
    return this != NONE && this != WORDS;
  }
}
