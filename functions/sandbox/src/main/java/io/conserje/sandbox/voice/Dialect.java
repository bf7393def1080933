package io.conserje.sandbox.voice;

import java.util.List;

/** How one telephone company words what it sends over a media stream. */
public interface Dialect {

  /** Before the first sound. */
  List<String> opening();

  /**
   * @param number of the frame, from 1
   * @param sound 20 ms
   */
  String media(long number, byte[] sound);

  /** It was played, or thrown away. */
  String mark(String name);

  /** The guest has pressed it. */
  String key(char key);

  /** The guest has hung up. */
  String stop();

  /** What is wrong with a piece of sound to be played; empty for nothing. */
  default String complaint(byte[] sound) {
    return "";
  }
}
