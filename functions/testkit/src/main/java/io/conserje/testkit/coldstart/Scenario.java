package io.conserje.testkit.coldstart;

import java.util.List;

/** What a function is asked first, and how its answer is known to be real. */
interface Scenario {

  /** The database this run works on. */
  default String database(World world) {
    return World.DATABASE;
  }

  /**
   * The measured event; each {@code run} is a number of its own, so that nothing is a duplicate.
   */
  First first(World world, int run);

  /** What the AOT cache's training run is asked: other events than the measured ones. */
  List<byte[]> training(int run);
}
