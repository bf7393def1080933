package io.conserje.simulated.speech;

/** Sound as long as a text would take to be said: it rises and falls with each character. */
final class Tone {

  /** 65 ms. */
  private static final int PER_CHARACTER = 520;

  private static final double LOUD = 6_000;

  private Tone() {}

  /** Mu-law at 8 kHz; blanks are silent. */
  static byte[] of(String text) {
    short[] samples = new short[text.length() * PER_CHARACTER];
    for (int i = 0; i < samples.length; i++) {
      char character = text.charAt(i / PER_CHARACTER);
      double swell = Math.sin(Math.PI * (i % PER_CHARACTER) / PER_CHARACTER);
      double hertz = 180 + character % 16 * 20;
      double sound = LOUD * swell * Math.sin(2 * Math.PI * hertz * i / 8_000);
      samples[i] = Character.isWhitespace(character) ? 0 : (short) sound;
    }
    return Mulaw.encode(samples);
  }
}
