package io.conserje.connectors.audio.line;

import java.time.Duration;
import java.util.Arrays;

/**
 * Changes how many samples a second of sound has, frame after frame, without a seam between them
 * and without making anything new. What the slower rate cannot carry is taken out, so that nothing
 * of it comes back as another tone. One for each direction of a call.
 */
public final class Resampler {

  private final ResamplingFilter filter;

  /** The newest samples at the end: as many as the filter looks back, and a frame. */
  private float[] heard;

  private int kept;

  /** Where the next sample lies behind the first that is kept: whole samples, and parts of one. */
  private int position;

  private int phase;

  public Resampler(int from, int to) {
    this.filter = ResamplingFilter.of(from, to);
    this.heard = new float[filter.taps() + from / 50];
    reset();
  }

  /** Forgets what it has heard, as between two pieces of sound that do not belong together. */
  public void reset() {
    Arrays.fill(heard, 0);
    kept = filter.taps() - 1;
    position = kept;
    phase = 0;
  }

  /** How much later everything is heard behind it. */
  public Duration delay() {
    return filter.delay();
  }

  /** How many samples so many become at most. */
  public int most(int length) {
    return (int) ((long) length * filter.up() / filter.down()) + 1;
  }

  /**
   * The next samples.
   *
   * @param to has room for {@link #most}
   * @return how many were written
   */
  public int resample(short[] from, int length, short[] to) {
    take(from, length);
    int written = 0;
    while (position < kept) {
      to[written++] = sample();
      phase += filter.down();
      position += phase / filter.up();
      phase %= filter.up();
    }
    forget();
    return written;
  }

  private void take(short[] from, int length) {
    if (kept + length > heard.length) {
      heard = Arrays.copyOf(heard, kept + length);
    }
    for (int i = 0; i < length; i++) {
      heard[kept + i] = from[i];
    }
    kept += length;
  }

  private short sample() {
    float[] weights = filter.weights(phase);
    float sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * heard[position - i];
    }
    return (short) Math.clamp(Math.round(sum), Short.MIN_VALUE, Short.MAX_VALUE);
  }

  /** All but what the next samples look back at. */
  private void forget() {
    int gone = Math.min(position, kept) - filter.taps() + 1;
    if (gone > 0) {
      System.arraycopy(heard, gone, heard, 0, kept - gone);
      kept -= gone;
      position -= gone;
    }
  }
}
