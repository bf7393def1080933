package io.conserje.connectors.audio.voice;

/**
 * How much of each pitch is in 32 ms of sound at 8 kHz: a Fourier transform of 256 samples in a
 * Hann window, as the transform of 128 complex ones. The tables are shared; who asks brings the
 * room.
 */
final class Spectrum {

  static final int LENGTH = 256;

  private static final int HALF = LENGTH / 2;
  private static final float[] WINDOW = new float[LENGTH];
  private static final float[] COS = new float[HALF];
  private static final float[] SIN = new float[HALF];
  private static final int[] REVERSED = new int[HALF];

  static {
    for (int i = 0; i < LENGTH; i++) {
      WINDOW[i] = (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / LENGTH));
    }
    for (int i = 0; i < HALF; i++) {
      COS[i] = (float) Math.cos(2 * Math.PI * i / LENGTH);
      SIN[i] = (float) Math.sin(2 * Math.PI * i / LENGTH);
      REVERSED[i] = Integer.reverse(i) >>> 32 - 7;
    }
  }

  private final float[] real = new float[HALF];
  private final float[] imaginary = new float[HALF];

  /** The power of pitches 1 to 127, each 31.25 Hz wide, written to {@code power}. */
  void of(float[] samples, float[] power) {
    for (int i = 0; i < HALF; i++) {
      int to = REVERSED[i];
      real[to] = samples[2 * i] * WINDOW[2 * i];
      imaginary[to] = samples[2 * i + 1] * WINDOW[2 * i + 1];
    }
    transform();
    for (int k = 1; k < HALF; k++) {
      power[k] = power(k);
    }
  }

  private void transform() {
    for (int size = 2; size <= HALF; size *= 2) {
      int half = size / 2;
      int step = LENGTH / size;
      for (int from = 0; from < HALF; from += size) {
        for (int i = 0; i < half; i++) {
          butterfly(from + i, from + i + half, COS[i * step], -SIN[i * step]);
        }
      }
    }
  }

  private void butterfly(int a, int b, float cos, float sin) {
    float re = real[b] * cos - imaginary[b] * sin;
    float im = real[b] * sin + imaginary[b] * cos;
    real[b] = real[a] - re;
    imaginary[b] = imaginary[a] - im;
    real[a] += re;
    imaginary[a] += im;
  }

  /** Takes the two halves of the samples, which were transformed as one, apart again. */
  private float power(int k) {
    int mirror = HALF - k;
    float evenReal = (real[k] + real[mirror]) / 2;
    float evenImaginary = (imaginary[k] - imaginary[mirror]) / 2;
    float oddReal = (imaginary[k] + imaginary[mirror]) / 2;
    float oddImaginary = (real[mirror] - real[k]) / 2;
    float re = evenReal + COS[k] * oddReal + SIN[k] * oddImaginary;
    float im = evenImaginary + COS[k] * oddImaginary - SIN[k] * oddReal;
    return re * re + im * im;
  }
}
