package io.conserje.simulated.speech;

import java.util.Arrays;

/**
 * How well what is heard follows one utterance, frame by frame: frames may be missing or lie twice,
 * for a small price each.
 */
final class Trail {

  /** By how many places of 10 ms the next frame of 20 ms is further on, and what that costs. */
  private static final float[] STEPS = {0.25f, 0.05f, 0, 0.05f, 0.15f, 0.2f, 0.3f};

  /** What begins in the middle has to be the better alike. */
  private static final float IN_THE_MIDDLE = 4f;

  private static final int AT_THE_BEGINNING = 16;

  private final Utterance utterance;
  private final float[][] frames;
  private final int first;
  private final int last;
  private float[] costs;
  private int[] begins;
  private int heard;

  Trail(Utterance utterance, float[][] frames) {
    this.utterance = utterance;
    this.frames = frames;
    int from = 0;
    while (!Likeness.isVoice(frames[from])) {
      from++;
    }
    int to = frames.length - 1;
    while (!Likeness.isVoice(frames[to])) {
      to--;
    }
    this.first = from;
    this.last = to;
    this.costs = new float[frames.length];
    this.begins = new int[frames.length];
  }

  Utterance utterance() {
    return utterance;
  }

  void hear(float[] frame) {
    if (!Likeness.isVoice(frame) && isAtItsEnd()) {
      return;
    }
    float[] next = new float[frames.length];
    int[] origin = new int[frames.length];
    for (int at = 0; at < frames.length; at++) {
      float best = heard == 0 ? beginAt(at) : Float.MAX_VALUE;
      origin[at] = at;
      for (int step = 0; heard > 0 && step < STEPS.length && step <= at; step++) {
        float cost = costs[at - step] + STEPS[step];
        if (cost < best) {
          best = cost;
          origin[at] = begins[at - step];
        }
      }
      next[at] = best + Likeness.distance(frame, frames[at]);
    }
    costs = next;
    begins = origin;
    heard++;
  }

  private float beginAt(int at) {
    return Math.abs(at - first) <= AT_THE_BEGINNING ? 0 : IN_THE_MIDDLE;
  }

  /** For each frame that was heard; small for what is alike. */
  float cost() {
    return heard == 0 ? Float.MAX_VALUE : costs[position()] / heard;
  }

  private int position() {
    int best = 0;
    for (int at = 1; at < costs.length; at++) {
      best = costs[at] <= costs[best] ? at : best;
    }
    return best;
  }

  /** How much of its voice was heard: 0 to 1. */
  double share() {
    return Math.clamp((position() - first + 1) / (double) (last - first + 1), 0, 1);
  }

  /** Where in it the hearing began: 0 to 1. */
  double beganAt() {
    return Math.clamp((begins[position()] - first) / (double) (last - first + 1), 0, 1);
  }

  /** How many frames were heard for each that should have been. */
  double density() {
    int span = position() - begins[position()] + 2;
    return 2 * heard / (double) Math.max(1, span);
  }

  boolean isAtItsEnd() {
    return heard > 0 && position() >= last - 5;
  }

  @Override
  public String toString() {
    return utterance.name()
        + " "
        + cost()
        + " "
        + share()
        + " "
        + density()
        + Arrays.toString(new int[] {heard});
  }
}
