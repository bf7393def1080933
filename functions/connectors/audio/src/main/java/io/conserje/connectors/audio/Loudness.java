package io.conserje.connectors.audio;

/** Whether there may be speech in sound of 16 kHz: a fifth of a second that is loud enough. */
final class Loudness {

  private static final int WINDOW = OpusSound.RATE / 50;
  private static final int ENOUGH = 10;

  /** Of a full scale of 32768: 47 dB below. */
  private static final long QUIET = 150L;

  private long energy;
  private int inWindow;
  private int loud;

  void hear(short[] samples) {
    for (short sample : samples) {
      energy += (long) sample * sample;
      if (++inWindow == WINDOW) {
        loud += energy > QUIET * QUIET * WINDOW ? 1 : 0;
        energy = 0;
        inWindow = 0;
      }
    }
  }

  boolean speaks() {
    return loud >= ENOUGH;
  }
}
