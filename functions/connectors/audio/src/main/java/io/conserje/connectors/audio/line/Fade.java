package io.conserje.connectors.audio.line;

import io.conserje.speech.AudioFormat;
import java.time.Duration;

/** Sound that begins in the middle of a word is a click; beginning softly, it is none. */
public final class Fade {

  private static final Duration LENGTH = Duration.ofMillis(10);

  private Fade() {}

  /**
   * Lets the sound begin softly.
   *
   * @param sound changed in place: nobody else has it yet
   */
  public static void in(AudioFormat format, byte[] sound) {
    int length = Math.min(format.bytes(LENGTH), sound.length);
    byte[] beginning = new byte[length];
    System.arraycopy(sound, 0, beginning, 0, length);
    short[] samples = new short[length / format.encoding().bytes()];
    G711.decode(format.encoding(), beginning, samples);
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) (samples[i] * (0.5 - 0.5 * Math.cos(Math.PI * i / samples.length)));
    }
    byte[] soft = G711.encode(format.encoding(), samples, samples.length);
    System.arraycopy(soft, 0, sound, 0, soft.length);
  }
}
