package io.conserje.sandbox.demo;

import java.io.PrintStream;
import java.util.function.BooleanSupplier;

/**
 * Prints what happens for a person to read, and remembers whether all of it was as it should be.
 */
final class Steps {

  private final PrintStream out;
  private boolean allHeld = true;

  Steps(PrintStream out) {
    this.out = out;
  }

  void title(String title) {
    out.printf("%n== %s%n", title);
  }

  void guest(String text) {
    out.printf("  guest   %s%n", text);
  }

  void house(String text, long millis) {
    String indented = text.replace("\n", "\n          ");
    out.printf("  house   %s   (%d ms)%n", indented, millis);
  }

  void line(String text) {
    out.printf("  %s%n", text);
  }

  /** One thing that must be so. */
  boolean check(String what, boolean held) {
    out.printf("  %s %s%n", held ? "[ok]    " : "[FAILED]", what);
    allHeld &= held;
    return held;
  }

  boolean allHeld() {
    return allHeld;
  }

  /** Whether it came true in time. */
  static boolean await(long seconds, BooleanSupplier condition) {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }
}
