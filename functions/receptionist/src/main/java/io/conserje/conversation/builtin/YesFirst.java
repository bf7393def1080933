package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
import java.util.regex.Matcher;

/**
 * {@code Sí. ¿Y qué he reservado?}: the yes is a sentence of its own, what follows is something
 * else.
 */
final class YesFirst {

  private static final FilteredPattern FIRST =
      FilteredPattern.compile("^([^.!?¿]{2,60})[.!]+\\s+(?=\\S)");

  private YesFirst() {}

  static boolean in(String text) {
    Matcher first = FIRST.matcher(text.strip());
    return first.find() && YesNo.in(Words.of(first.group(1))) == YesNo.YES;
  }
}
