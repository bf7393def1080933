package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/**
 * An illness or a diet of who comes, told beside a question about it: {@code can you cater for
 * coeliacs? my wife is one}. A question alone tells of nobody.
 */
final class OwnDiet {

  private static final String DIET =
      "(?:al[eé]rgi\\p{L}+|cel[ií]a[ck]\\p{L}*|celiaqu[ií]a|coeliac\\p{L}*|allerg\\p{L}+|intoleran\\p{L}+|vegan\\p{L}*|vegetarian\\p{L}*|veggie\\p{L}*|lactos[ae]|gluten|diab[eé]tic\\p{L}*|halal|kosher)";

  private static final FilteredPattern NAMED = FilteredPattern.compile("(?iuU)\\b" + DIET + "\\b");

  private static final String WHO =
      "(?:(?:mis?|nuestr[oa]s?|my|our|his|her|su) (?:\\p{L}+ ){1,3}?"
          + "|(?:un[oa]|dos|tres|vari[oa]s|alguno|alguna|one|two|three|some) (?:de (?:nosotr[oa]s|l[oa]s \\p{L}+|ell[oa]s)|del grupo|of (?:us|them|the \\p{L}+|our \\p{L}+)) "
          + "|(?:la|el|the) (?:ni[nñ][oa]|peque|novi[oa]|chic[oa]|kid|baby|boy|girl|other|otr[oa]) "
          + "|(?:he|she|they|ella|[eé]l|yo|i) )";

  private static final String IS =
      "(?:(?:tambi[eé]n|also|lo) )*(?:es|son|tiene|tienen|sufre|padece|is|are|has|have|suffers|can(?:'?t|not) (?:eat|have)|no (?:puede|pueden|come|comen)(?: \\p{L}+)?)";

  /** Whose it is in the same breath: {@code soy celíaca}, {@code my son has a nut allergy}. */
  private static final FilteredPattern SAID_OF =
      FilteredPattern.compile(
          "(?iuU)\\b(?:"
              + WHO
              + IS
              + "|soy|somos|tengo|tenemos|i'?m|i am|we'?re|we are|i'?ve(?: got)?|i have|we have|we'?ve(?: got)?|(?:viene|vienen|vendr[aá]|hay|llevamos|traemos|con) (?:un[oa]?|dos|tres))\\b(?:(?! (?:si|if|por si)\\b)[^.?!;\\n]){0,40}?\\b"
              + DIET
              + "\\b[^.?!;,\\n]{0,60}");

  /** Whose it is in another: {@code mi marido lo es}, {@code my wife is one}. */
  private static final FilteredPattern POINTED_AT =
      FilteredPattern.compile(
          "(?iuU)(?:\\b"
              + WHO
              + "(?:lo (?:es|son)|(?:is|are)(?: one| both)?(?= *(?:$|[.,;!)\\n]))|es un[oa](?: de ell[oa]s)?|has it|(?:la|lo) tiene)"
              + "|\\b(?:yo )?lo (?:soy|somos)\\b|\\bi(?:'?m| am) one\\b|\\bi have it\\b)");

  /** Nobody who comes has it yet. */
  private static final FilteredPattern ONLY_IF =
      FilteredPattern.compile(
          "(?iu)\\b(?:si|if|por si|in case) (?:alguien|somebody|someone|anyone|anybody|alg[uú]n\\p{L}*)\\b");

  private OwnDiet() {}

  /** In the guest's words; null if nobody who comes is said to have any. */
  static String in(String said) {
    if (ONLY_IF.matcher(said).find() || !NAMED.matcher(said).find()) {
      return null;
    }
    List<String> told = new ArrayList<>();
    Matcher of = SAID_OF.matcher(said);
    while (of.find()) {
      told.add(of.group().strip());
    }
    Matcher pointed = POINTED_AT.matcher(said);
    if (told.isEmpty() && pointed.find()) {
      Matcher named = NAMED.matcher(said);
      return named.find() ? named.group() + ": " + pointed.group().strip() : null;
    }
    return told.isEmpty() ? null : String.join("; ", told);
  }
}
