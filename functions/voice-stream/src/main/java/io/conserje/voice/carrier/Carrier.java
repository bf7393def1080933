package io.conserje.voice.carrier;

import io.conserje.speech.AudioFormat;

/** The line of a call whose sound comes to us. */
public interface Carrier extends Line {

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
}
