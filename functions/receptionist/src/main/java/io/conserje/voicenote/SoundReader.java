package io.conserje.voicenote;

import java.time.Duration;
import java.util.Optional;

/** Knows what is in a file of sound before anybody is paid to write it down. */
public interface SoundReader {

  /**
   * Takes no more time and memory than the longest allowed sound does, whatever the bytes are.
   *
   * @param longest what is longer need not be looked through
   * @return empty for what nobody could play
   */
  Optional<Sound> read(byte[] bytes, Duration longest);
}
