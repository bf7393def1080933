package io.conserje.voice.carrier;

/**
 * What can be done with the line of any call. Called on the call's thread only; nothing blocks, and
 * nothing fails: a line that is gone swallows everything. What the line brings comes as signals
 * into the first stage, on the same thread.
 */
public interface Line {

  /** {@code twilio}, {@code telnyx}, {@code browser} … */
  String name();

  /** Leaves the call: the carrier asks the house by its webhook what comes next. */
  void hangUp();
}
