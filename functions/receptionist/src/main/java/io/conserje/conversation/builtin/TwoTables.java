package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
import java.util.regex.Matcher;

/** {@code dos mesas para mañana a las diez, una de 4 y otra de 6}: two wishes in one sentence. */
final class TwoTables {

  private static final String NUMBER = "(\\d{1,2}|[a-zé]{2,7})";
  private static final String TWO = "(?iu)\\b(?:dos|2|two) (?:mesas|tables|reservas|bookings)";

  /** {@code para los mayores}: who sits there. */
  private static final String WHO =
      "(?:,? (?:para|con|for|with) (?!\\d)(?:(?:los|las|el|la|mis?|the|my|our) )?(?!el |la |las |hoy|mañana|tomorrow|tonight|comer|cenar|lunch|dinner)\\p{L}+)?";

  private static final FilteredPattern EACH =
      FilteredPattern.compile(
          TWO
              + "\\b(.*?)[,:;(]?\\s*\\b(?:una|one)(?: mesa| table)?,? (?:de|para|for|of) "
              + NUMBER
              + "(?: personas| people)?"
              + WHO
              + ",? (?:y|and) (?:la )?(?:otra|the other|another|one|una)(?: mesa| table)?"
              + " (?:de|para|for|of) "
              + NUMBER
              + "\\b(?: personas| people)?"
              + WHO
              + "\\)?(.*)");

  private static final FilteredPattern ALIKE =
      FilteredPattern.compile(
          TWO + " (?:de|for|of) " + NUMBER + "\\b(?: personas| people)?(?! juntas)(.*)");

  private TwoTables() {}

  /** The same wish said twice, if it is for two tables; else the message as it is. */
  static String apart(String message) {
    Matcher each = EACH.matcher(message);
    if (each.find()) {
      String rest = " " + each.group(1) + " " + each.group(4);
      return said(message, each.start(), each.group(2), each.group(3), rest);
    }
    Matcher alike = ALIKE.matcher(message);
    if (alike.find()) {
      String rest = " " + alike.group(2);
      return said(message, alike.start(), alike.group(1), alike.group(1), rest);
    }
    return message;
  }

  private static String said(String all, int from, String first, String second, String rest) {
    Tongue tongue =
        all.matches("(?is).*\\b(?:tables|bookings)\\b.*") ? Tongue.ENGLISH : Tongue.SPANISH;
    boolean english = tongue == Tongue.ENGLISH;
    String table = english ? "a table for %s people%s" : "una mesa para %s personas%s";
    boolean counted =
        Numbers.at(Words.of(first), 0, tongue) != null
            && Numbers.at(Words.of(second), 0, tongue) != null;
    return counted
        ? all.substring(0, from)
            + table.formatted(first, rest)
            + "; "
            + table.formatted(second, rest)
        : all;
  }
}
