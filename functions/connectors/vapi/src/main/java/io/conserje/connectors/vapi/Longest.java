package io.conserje.connectors.vapi;

/** What fits together into one message of the queue, in bytes. */
final class Longest {

  static final int LINE = 4_000;
  static final int TRANSCRIPT = 60_000;
  static final int SUMMARY = 8_000;
  static final int ADDRESS = 2_000;

  private Longest() {}
}
