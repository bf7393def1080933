package io.conserje.voice.carrier;

/** The line of a call in which the carrier hears and speaks: words come and go. */
public interface WordLine extends Line {

  /** Has it said, after what is being said. */
  void say(String text);
}
