package io.conserje.simulated.speech;

/** What a simulated voice makes of a text: mu-law at 8 kHz. */
public interface Sounds {

  /** As long as the text and without a word in it: always the same, everywhere. */
  Sounds TONES = Tone::of;

  byte[] of(String text);
}
