package io.conserje.connectors.audio.voice;

import java.time.Duration;

/**
 * Whether 32 ms of sound are likelier with a voice over the line's noise than without one, band by
 * band (the ratio of likelihoods of Sohn, Kim and Sung, 1999), and whether that stands out from how
 * much the noise itself changes.
 */
final class SpeechLikelihood {

  /** Where the bands begin, in pitches of 31.25 Hz: narrow where voices are, up to 3750 Hz. */
  private static final int[] EDGES = {
    4, 6, 8, 10, 12, 14, 17, 20, 23, 27, 31, 36, 41, 47, 53, 60, 68, 77, 87, 98, 109, 120
  };

  private static final int BANDS = EDGES.length - 1;

  /** How much is new in each of them. */
  private static final Duration HOP = Duration.ofMillis(20);

  /** Rooms and cars are loud where they are low; voices less so. */
  private static final float[] LOUDNESS = new float[BANDS];

  static {
    for (int band = 0; band < BANDS; band++) {
      LOUDNESS[band] = (float) Math.pow(EDGES[band] / 20.0, 0.41);
    }
  }

  private final Spectrum spectrum = new Spectrum();
  private final float[] power = new float[Spectrum.LENGTH / 2];
  private final float[] bands = new float[BANDS];
  private final float[] before = new float[BANDS];
  private final NoiseFloor floor = new NoiseFloor(BANDS);

  private final LineLevels levels = new LineLevels(HOP);

  private float usual = 0.15f;
  private float spread = 0.15f;
  private float score;
  private boolean speech;
  private boolean first = true;

  boolean isSpeech(float[] samples) {
    spectrum.of(samples, power);
    levels.hear((float) (10 * Math.log10(fillBands() + 1)));
    if (first) {
      floor.hear(bands, 0);
      first = false;
    }
    decide(ratio());
    levels.learn(speech);
    floor.hear(bands, speech ? 1 : Math.clamp(score / threshold(), 0, 1) * 0.54f);
    return speech;
  }

  /** Returns how loud all of them are together. */
  private float fillBands() {
    float loudness = 0;
    for (int band = 0; band < BANDS; band++) {
      float sum = 0;
      for (int k = EDGES[band]; k < EDGES[band + 1]; k++) {
        sum += power[k];
      }
      loudness += LOUDNESS[band] * sum;
      bands[band] = sum / (EDGES[band + 1] - EDGES[band]);
    }
    return loudness;
  }

  /** The mean over all bands of the logarithm of the ratio. */
  private float ratio() {
    float sum = 0;
    for (int band = 0; band < BANDS; band++) {
      float over = Math.min(bands[band] / floor.of(band), 1_000);
      float voice = 0.8f * before[band] + 0.2f * Math.max(over - 1, 0);
      voice = Math.max(voice, 0.01f);
      float gain = voice / (1 + voice);
      sum += over * gain - (float) Math.log1p(voice);
      before[band] = gain * gain * over;
    }
    return sum / BANDS;
  }

  private void decide(float ratio) {
    score = 0.46f * score + 0.54f * (float) Math.log1p(Math.max(0, ratio));
    speech = score > (speech ? 0.65f : 1f) * threshold() && levels.standsOut(speech);
    if (!speech) {
      usual += 0.02f * (score - usual);
      spread += 0.02f * (Math.abs(score - usual) - spread);
    }
  }

  private float threshold() {
    return Math.clamp(usual + 3 * spread, 0.125f, 0.79f);
  }
}
