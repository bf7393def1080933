package io.conserje.sandbox.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What lies between a telephone company and the house: frames are late, lost, and overtake one
 * another. The same seed loses the same frames.
 */
public final class Road {

  private static final int FRAME_MILLIS = 20;

  private final double lost;
  private final int jitterMillis;
  private final Random random;
  private final List<Late> waiting = new ArrayList<>();

  private record Late(long due, String message) {}

  /**
   * @param lost the share of frames that never arrive
   * @param jitterMillis how much later than the fastest frame one may be: beyond 20 they overtake
   */
  public Road(double lost, int jitterMillis, long seed) {
    this.lost = lost;
    this.jitterMillis = jitterMillis;
    this.random = new Random(seed);
  }

  public static Road smooth() {
    return new Road(0, 0, 0);
  }

  /** Sets one frame on its way; returns what arrives at that moment. */
  public List<String> go(long frame, String message) {
    if (random.nextDouble() >= lost) {
      int late = jitterMillis == 0 ? 0 : random.nextInt(jitterMillis + 1);
      waiting.add(new Late(frame + late / FRAME_MILLIS, message));
    }
    List<String> arrived = new ArrayList<>();
    waiting.stream().filter(one -> one.due() <= frame).forEach(one -> arrived.add(one.message()));
    waiting.removeIf(one -> one.due() <= frame);
    return arrived;
  }
}
