package io.conserje.venue;

import java.time.Duration;
import java.util.List;

/**
 * Something the kitchen has to know of in time.
 *
 * @param words how guests name it, in any language the house speaks
 */
public record NoticeDish(String name, List<String> words, Duration notice) {

  public NoticeDish {
    words = List.copyOf(words);
  }
}
