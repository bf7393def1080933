package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
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
    return new Fallback(text, "");
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
