package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
import java.util.List;

/** Numbers that are said in words of their own, put as the numbers they are. */
final class NumberWords {

  private static final List<String> ORDINALS =
      List.of(
          "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
              .split(" "));

  private static final String MONTH =
      "(?:january|february|march|april|may|june|july|august|september|october|november|december)";
  private static final String ORDINAL =
      "((?:(?:twenty|thirty)[ -])?(?:" + String.join("|", ORDINALS) + ")|thirtieth)";

  /** {@code the fourth of January}, {@code January fourth}, {@code until the sixth}. */
  private static final FilteredPattern DAY =
      FilteredPattern.compile(
          "(?i)\\b"
              + ORDINAL
              + "(?= (?:of )?"
              + MONTH
              + "\\b)|(?<=\\b(?:jan|febr|septem|octo|novem|decem)(?:uary|ber) (?:the )?)"
              + ORDINAL
              + "\\b|(?<=\\b(?:to|till|until|on|from) the )"
              + ORDINAL
              + "\\b(?! (?:floor|one|time|room|day|table))");

  /** {@code dos noches, pareja}: who they are says how many. */
  private static final FilteredPattern COUPLE =
      FilteredPattern.compile(
          "(?iuU)(?<=^|[,.;:?!\\n]) ?(?:somos |en )?pareja(?=\\s*(?:$|[,.;?!\\n]))"
              + "|\\b(?:somos|seremos|ser[ií]amos|vamos|ir[ií]amos|viajamos|venimos) (?:en |una )?pareja\\b");

  /** No small thing: {@code vamos con un peque}. */
  private static final FilteredPattern PEQUE =
      FilteredPattern.compile("(?iuU)\\b(un|una|el|la|al|mi|nuestr[oa]|1) peque\\b");

  /** {@code una pareja con dos niños}, {@code matrimonio y tres hijos}: two, and those besides. */
  private static final FilteredPattern COUPLE_WITH =
      FilteredPattern.compile(
          "(?iuU)\\b(?:(?:somos|seremos|ser[ií]amos|vamos|ir[ií]amos|viajamos|venimos|en|un|una|we are|we're|a) )*(?<!\\b(?:de|cama|habitaci[oó]n|doble|cuarto) )(?:pareja|matrimonio|(?<=\\ba )couple) (?:con|y|m[aá]s|with|and|plus) (?=(?:(?:un|una|a|an|our|nuestr[oa]s?|sus?|dos|tres|cuatro|two|three|four|\\d) )?(?:ni[nñ]|nen[ea]|peque|hij[oa]|cr[ií][oa]|beb[eé]|baby|babies|chic[oa]|chiquit|chavos?\\b|menor|guagua|toddler|kid|child))");

  /** {@code salimos las tres de yoga}: people, and no hour. */
  private static final FilteredPattern OF_THEM =
      FilteredPattern.compile(
          "(?iuU)(?<!\\b(?:a|sobre|hacia|de|desde|hasta|para|por|tipo|eso de) )\\bl[ao]s (dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez) (?=de (?!la |las |los |el |ma[nñ]ana|tarde|noche|madrugada|siempre\\b.{0,3}[?]|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|\\d)\\p{L}{3})");

  /** {@code two adults and a 3 year old}: a child comes, too. */
  private static final FilteredPattern AGED =
      FilteredPattern.compile(
          "(?i)(?<=\\b(?:adults?|grown-?ups?|of us|people|husband|wife|partner|me|us|i)(?:,| and| plus| with|, and) (?:a|an|one|our|my) )(?:[2-9]|1[0-7]|two|three|four|five|six|seven|eight|nine|ten)[- ](?:year|yr)s?[- ]olds?\\b");

  /** {@code two adults and him}: a child that was spoken of. */
  private static final FilteredPattern AND_HIM =
      FilteredPattern.compile(
          "(?iuU)(?<=\\b(?:adults?|grown-?ups?|adultos) (?:and|plus|y) )(?:him|her|[eé]l|ella)\\b(?! \\p{L}{3})");

  /** {@code just the one double}: a room, and nobody's number. */
  private static final FilteredPattern ONE_ROOM =
      FilteredPattern.compile(
          "(?iu)\\b(?:(?:just|only) (?:the )?one|s[oó]lo una) (?=(?:single|double|twin|room|suite|family|superior|doble|individual|habitaci[oó]n|familiar|sencilla)\\b)");

  private NumberWords() {}

  static String inDigits(String text) {
    String days =
        DAY.matcher(OddCounts.told(SpelledName.read(text)))
            .replaceAll(found ->
                number(
                    found.group(1) != null
                        ? found.group(1)
                        : found.group(2) != null ? found.group(2) : found.group(3)));
    days = ONE_ROOM.matcher(days).replaceAll(room -> room.group().endsWith("una ") ? "una " : "a ");
    String aged = AND_HIM.matcher(AGED.matcher(days).replaceAll("child")).replaceAll("1 child");
    String people = OF_THEM.matcher(aged).replaceAll("$1 personas ");
    String grown =
        COUPLE_WITH
            .matcher(PEQUE.matcher(people).replaceAll("$1 niño"))
            .replaceAll(
                pair -> pair.group().contains("couple") ? "two adults and " : "dos adultos y ");
    return COUPLE.matcher(grown).replaceAll(" dos personas");
  }

  private static String number(String said) {
    String[] parts = said.toLowerCase().split("[ -]");
    int tens = parts[0].equals("twenty") ? 20 : parts[0].startsWith("thirt") ? 30 : 0;
    boolean whole = parts[0].equals("thirtieth");
    boolean teens = ORDINALS.contains(parts[0]);
    int number = whole ? 30 : (teens ? 0 : tens) + ORDINALS.indexOf(parts[parts.length - 1]) + 1;
    String ending =
        number % 10 == 1 && number != 11
            ? "st"
            : number % 10 == 2 && number != 12
                ? "nd"
                : number % 10 == 3 && number != 13 ? "rd" : "th";
    return number + ending;
  }
}
