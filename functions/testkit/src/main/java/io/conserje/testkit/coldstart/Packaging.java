package io.conserje.testkit.coldstart;

import java.util.Locale;

/** How a function reaches Lambda. */
public enum Packaging {
  /** The zip on the managed runtime, started from nothing. */
  ZIP,
  /** A container image with an AOT cache of our own, started from nothing. */
  AOT,
  /** The zip with SnapStart: started, primed and waiting; timed from the restore on. */
  PRIMED;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
