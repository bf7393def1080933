package io.conserje.followups;

import java.time.Instant;

/** Something that happens by the clock. It must be harmless to run twice. */
interface Job {

  String name();

  /** What it did, in a few words for the log: counts, never what a guest said. */
  String run(Instant now);
}
