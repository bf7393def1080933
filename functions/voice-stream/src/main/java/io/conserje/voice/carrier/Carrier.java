package io.conserje.voice.carrier;

import io.conserje.speech.AudioFormat;

/**
 * What can be done with the line of one call. Called on the call's thread only; nothing blocks, and
 * nothing fails: a line that is gone swallows everything. What the line brings comes as signals
 * into the first stage, on the same thread.
 */
public interface Carrier {

  /** {@code twilio}, {@code telnyx}, {@code browser} … */
  String name();

  /** In which the guest's sound comes. */
  AudioFormat hears();

  /** In which it takes sound. */
  AudioFormat plays();

  /** Adds to what the carrier plays to the guest, in whole samples. */
  void play(byte[] sound);

  /** Is brought back when everything before it was played or cleared. */
  void mark(String name);

  /** What the carrier has not played yet is thrown away, and its marks come back at once. */
  void clear();

  /**
   * Presses keys towards the other side.
   *
   * @return false where this carrier cannot
   */
  default boolean press(String digits) {
    return false;
  }

  /** Leaves the call: the carrier asks the house by its webhook what comes next. */
  void hangUp();
}
