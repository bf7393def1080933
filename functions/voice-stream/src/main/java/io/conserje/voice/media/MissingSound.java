package io.conserje.voice.media;

import io.conserje.connectors.audio.line.G711;
import io.conserje.speech.AudioFormat;
import java.time.Duration;
import java.util.Arrays;

/**
 * Makes up for frames that were lost: the one before goes on more and more softly. A hole in the
 * middle of a vowel is a click, which sounds like a consonant to whoever writes it down.
 */
final class MissingSound {

  private static final Duration USUAL = Duration.ofMillis(20);

  /** Of the last frame's loudness, for each that is lost; then there is silence. */
  private static final double[] LOUDNESS = {0.7, 0.4, 0.15};

  private final AudioFormat format;
  private byte[] last = new byte[0];
  private int lost;

  MissingSound(AudioFormat format) {
    this.format = format;
  }

  /** A frame that came. */
  void heard(byte[] frame) {
    last = frame;
    lost = 0;
  }

  /** Instead of the next frame. */
  byte[] instead() {
    if (last.length == 0 || lost >= LOUDNESS.length) {
      byte[] silence = new byte[last.length == 0 ? format.bytes(USUAL) : last.length];
      Arrays.fill(silence, format.encoding().silence());
      return silence;
    }
    short[] samples = new short[last.length / format.encoding().bytes()];
    G711.decode(format.encoding(), last, samples);
    double from = lost == 0 ? 1 : LOUDNESS[lost - 1];
    double to = LOUDNESS[lost++];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) (samples[i] * (from + (to - from) * i / samples.length));
    }
    return G711.encode(format.encoding(), samples, samples.length);
  }
}
