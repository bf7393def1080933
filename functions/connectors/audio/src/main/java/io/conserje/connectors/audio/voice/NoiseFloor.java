package io.conserje.connectors.audio.voice;

import java.util.Arrays;

/**
 * How loud the line's own noise is in each band. It follows what is heard while nobody seems to
 * speak, and never stays above the quietest of the last seconds, nor far below it: noise that
 * begins in the middle of a call is learned within two seconds.
 */
final class NoiseFloor {

  /** White noise of a loudness of 12 of 32768: what a telephone's code makes of silence. */
  private static final float LEAST = 144 * 96f;

  private static final float FOLLOW = 0.06f;
  private static final float FOLLOW_FIRST = 0.25f;
  private static final int FIRST = 15;

  /** The quietest of smoothed noise is this much quieter than its mean. */
  private static final float QUIETEST_TO_MEAN = 1.4f;

  private static final int PART = 25;
  private static final int PARTS = 4;

  private final float[] noise;
  private final float[] smooth;
  private final float[][] quietest;
  private int frame;

  NoiseFloor(int bands) {
    noise = new float[bands];
    smooth = new float[bands];
    quietest = new float[PARTS][bands];
    for (float[] part : quietest) {
      Arrays.fill(part, Float.MAX_VALUE);
    }
  }

  float of(int band) {
    return noise[band];
  }

  /**
   * @param speech how likely somebody speaks, from 0 to 1
   */
  void hear(float[] bands, float speech) {
    int part = frame / PART % PARTS;
    if (frame % PART == 0) {
      Arrays.fill(quietest[part], Float.MAX_VALUE);
    }
    float follow = (frame < FIRST ? FOLLOW_FIRST : FOLLOW) * (1 - speech);
    for (int band = 0; band < noise.length; band++) {
      hear(band, bands[band], part, follow);
    }
    frame++;
  }

  private void hear(int band, float heard, int part, float follow) {
    smooth[band] = frame == 0 ? heard : 0.7f * smooth[band] + 0.3f * heard;
    quietest[part][band] = Math.min(quietest[part][band], smooth[band]);
    float least = Float.MAX_VALUE;
    for (float[] of : quietest) {
      least = Math.min(least, of[band]);
    }
    float next = frame == 0 ? heard : noise[band] + follow * (heard - noise[band]);
    if (frame > PART) {
      next = Math.clamp(next, QUIETEST_TO_MEAN * least, 6 * least);
    }
    noise[band] = Math.max(LEAST, next);
  }
}
