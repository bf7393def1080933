package io.conserje.voiceload;

import io.conserje.testkit.bench.Timings;

/** What the calls of one stretch of time have seen. Used on the generator's loop only. */
final class Findings {

  /** Of each 20 ms of sound: how much later than the sound before it ended. */
  final Timings lateness = new Timings();

  /** Of each frame of the guests. */
  final Timings generator = new Timings();

  /**
   * From the guest's last sound to the first of the answer, without what was scripted and chosen.
   */
  final Timings overhead = new Timings();

  /** From the guest's first sound to the carrier's clearing, without the detector's threshold. */
  final Timings bargeIn = new Timings();

  long frames;
  int underruns;
  int bufferedUnderruns;
  int holes;

  /** Pieces of sound that the scripted voice did not make: the house had lost patience with it. */
  int ofOthers;

  int turns;

  /** Answers that the voice was not asked for: the house has said them before. */
  int remembered;

  int unanswered;
  int notCleared;
  int clearedForNothing;
  int refused;
  int lost;

  double callMinutes() {
    return frames / 3_000.0;
  }
}
