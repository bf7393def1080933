package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is wanted only if the first wish cannot be: {@code a las nueve, y si no a las diez}. */
final class Fallback {

  private static final FilteredPattern IF_NOT =
      FilteredPattern.compile(
          "(?iu)[ ,.;…]*\\b(?:(?:y|o|pero|aunque|and|or|but) )?"
              + "(?:si no(?: (?:puede ser|pudiera ser|hay(?: sitio| mesa| hueco)?|hubiera(?: sitio| mesa| hueco)?|se puede|es posible|ten[eé]is|tienen|queda(?: sitio| mesa)?|fuera posible))?"
              + "|si (?:est[aá](?:is|n)?|estuviera|estuvierais|estuviese) (?:ya )?(?:llen[oa]s?|complet[oa]s?|ocupad[oa]s?)|en su defecto|o bien"
              + "|if (?:not|that(?:'s| is) (?:not (?:possible|available)|full|taken|gone)|you'?re full|you are full|that doesn'?t work)|failing that|or else|otherwise)\\b"
              + "[ ,:]*(?:pues |entonces |then |maybe |quiz[aá] |nos valdr[ií]a |nos vale |me vale )?(.*)$",
          Pattern.DOTALL);

  private static final FilteredPattern END = FilteredPattern.compile("[.;!?\\n](?=\\s|$)|, ");

  private static final String[] LEADS = {"a", "las", "la", "at", "sobre", "around", "about"};

  /** {@code mejor la segunda}. */
  private static final FilteredPattern THE_OTHER =
      FilteredPattern.compile(
          "(?iuU)\\W*(?:(?:no|mejor|pues|bueno|entonces|casi|prefiero|preferimos|a|uy|vale|ok|well|actually|i'?d prefer|we'?d prefer|i prefer|let'?s (?:do|take|say)|make it)[, ]+)*"
              + "(?:la segunda|la [uú]ltima|la otra|la m[aá]s tard[ei]|la de m[aá]s tarde|the second|the later|the latter|the other)(?: (?:hora|opci[oó]n|one|time|option))?"
              + "(?:,? (?:mejor|por favor|porfa|gracias|please|then|thanks|entonces))*\\W*");

  private final String first;
  private final String second;

  private Fallback(String first, String second) {
    this.first = first;
    this.second = second;
  }

  /** Where the second wish names a day or an hour, the two apart; else all is the first. */
  static Fallback in(String text, Tongue tongue) {
    Matcher found = IF_NOT.matcher(text);
    if (found.find() && found.start() > 0) {
      String wish = found.group(1);
      int end = sentenceEnd(wish);
      if (names(text.substring(0, found.start()), tongue)
          && names(wish.substring(0, end), tongue)) {
        String rest = text.substring(0, found.start()) + wish.substring(end);
        return new Fallback(rest, wish.substring(0, end));
      }
    }
    return new Fallback(text, either(text, tongue));
  }

  /** {@code a las ocho y media o a las nueve}: the later one named, or empty. */
  private static String either(String text, Tongue tongue) {
    Words words = Words.of(text);
    List<Hit<TimeWish>> hours = TimeWords.all(words, tongue);
    if (hours.size() != 2 || !words.is(hours.getFirst().to(), "o", "u", "or")) {
      return "";
    }
    int from = hours.getFirst().to() + 1;
    int hour = from;
    while (hour < hours.getLast().from() && words.is(hour, LEADS)) {
      hour++;
    }
    String at = words.is(from, LEADS) ? "" : tongue == Tongue.ENGLISH ? "at " : "a las ";
    String second = at + words.said(from, hours.getLast().to());
    return hour < hours.getLast().from() ? "" : second;
  }

  /** What is said, with the second wish put for words that only point at it. */
  static String told(String message, String second) {
    return !second.isEmpty() && THE_OTHER.matcher(message).matches() ? second : message;
  }

  /** How many come is said of both, wherever it is said. */
  private static int sentenceEnd(String wish) {
    Matcher end = END.matcher(wish);
    while (end.find()) {
      boolean people =
          wish.charAt(end.start()) == ','
              && PartyWords.in(Words.of(wish.substring(end.end())), Tongue.ENGLISH) == null
              && PartyWords.in(Words.of(wish.substring(end.end())), Tongue.SPANISH) == null;
      if (!people) {
        return end.start();
      }
    }
    return wish.length();
  }

  private static boolean names(String part, Tongue tongue) {
    boolean hour = !TimeWords.all(Words.of(part), tongue).isEmpty();
    return hour
        || DateWords.in(Words.of(part), tongue, java.time.LocalDate.EPOCH.plusYears(60)) != null;
  }

  String first() {
    return first;
  }

  /** Empty if there is none. */
  String second() {
    return second;
  }
}
