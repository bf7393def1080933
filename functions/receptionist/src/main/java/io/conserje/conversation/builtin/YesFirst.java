package io.conserje.conversation.builtin;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code Sí. ¿Y qué he reservado?}: the yes is a sentence of its own, what follows is something
 * else.
 */
final class YesFirst {

  private static final Pattern FIRST = Pattern.compile("^([^.!?¿]{2,60})[.!]+\\s+(?=\\S)");

  private YesFirst() {}

  static boolean in(String text) {
    Matcher first = FIRST.matcher(text.strip());
    return first.find() && YesNo.in(Words.of(first.group(1))) == YesNo.YES;
  }
}
