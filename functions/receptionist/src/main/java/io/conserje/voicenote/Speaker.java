package io.conserje.voicenote;

import java.time.Duration;
import java.util.Optional;

/** Says a text aloud. */
public interface Speaker {

  /** Whether there is anybody who could. */
  boolean isThere();

  /**
   * Opus in Ogg, as messengers play it; empty when nobody could.
   *
   * @param text for the ear, as it is to be said
   */
  Optional<byte[]> say(String text, Duration within);
}
