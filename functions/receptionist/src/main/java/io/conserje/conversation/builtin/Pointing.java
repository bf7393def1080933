package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
import java.time.LocalTime;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words that only point at something: put as what they point at, so that it can be understood. */
final class Pointing {

  private static final String DAY =
      "(?:lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo|monday|tuesday|wednesday|thursday|friday|saturday|sunday)";

  /** {@code el sábado que viene no, el otro}; {@code not this Friday but the one after}. */
  private static final FilteredPattern NOT_THIS =
      FilteredPattern.compile(
          "(?iuU)\\b(?:(?:el|pr[oó]ximo|este) +)*("
              + DAY
              + ")(?: que viene| pr[oó]ximo)?,? (?:pero )?no\\b,?(?: (?:el|es|de|ma[nñ]ana|hoy|pasado))*(?: (?:este|esta(?: semana)?|que viene|ese))?,? ?(?:sino |si no )?(?:el|al|la) (?:otr[oa]|siguiente|de (?:despu[eé]s|la otra))\\b"
              + "|\\beste (?:mismo )?("
              + DAY
              + "),? (?:pero |que )?no\\b,?(?: es| ser[ií]a| sino)? el (?:que viene|pr[oó]ximo|de la (?:semana (?:que viene|siguiente)|que viene))\\b"
              + "|\\b(?:this )("
              + DAY
              + "),? (?:no,?|not) (?:but )?(?:the )?(?:next|one after|following)(?: one)?\\b"
              + "|\\bnot (?:this (?:coming )?|the coming )("
              + DAY
              + "),? (?:but )?(?:the )?(?:one (?:after|following)|next one|following one|(?:saturday|sunday|monday|tuesday|wednesday|thursday|friday) after)\\b");

  /** {@code el finde que viene, el sábado}. */
  private static final FilteredPattern NEXT_WEEKEND =
      FilteredPattern.compile(
          "(?iuU)\\b(?:el )?(?:finde|fin de semana) que viene,? (?:el |en |al )?(s[aá]bado|domingo)\\b(?! (?:\\d|y |a |al ))");

  /** {@code el sábado}, and as the next messages {@code no este}, {@code el otro}. */
  private static final FilteredPattern BROKEN_OFF =
      FilteredPattern.compile(
          "(?iu)\\s*\\n\\s*(?=(?:(?:pero )?no (?:este|esta|ese|this)|not this|el otro|el siguiente|el de (?:despu[eé]s|la otra)|the (?:next|one after))\\b)");

  /** {@code vale, allí entonces}; not where somebody will be seen. */
  private static final FilteredPattern THERE =
      FilteredPattern.compile(
          "(?iuU)\\b(?:all[ií]|ah[ií](?! va)|out there|over there|there then|there please|then there)\\b");

  private static final FilteredPattern SEAT_THERE =
      FilteredPattern.compile(
          "(?iuU)\\b(?:(?:out|sit|seats?|seated|table|one) (?:for \\w+ )?(?:out |over )?there|(?:mesa|sitio|sentar\\p{L}*|pon\\p{L}*) (?:para \\p{L}+ )?(?:ah[ií]|all[ií])|(?:ah[ií]|all[ií]) fuera)\\b");

  private static final FilteredPattern TO_BE_THERE =
      FilteredPattern.compile(
          "(?iuU)\\b(?:vemos|veo|estar\\w*|iremos|llegar\\w*|vamos|is there|are there|there is|there are|be there|see you|get there)\\b");

  private static final int BRIEF = 8;

  /** {@code somos cinco. bueno, cinco no, que Luis no viene, cuatro}. */
  private static final FilteredPattern NOT_SO_MANY =
      FilteredPattern.compile(
          "(?iuU)\\b(somos|seremos|ser[ií]amos|para|vamos|we are|we're|for) (\\p{L}{3,7}|\\d{1,2})\\b(.{0,25}?)\\b\\2 no\\b[^\\n.;]{0,40}?[,.;\\n]\\s*(?:as[ií] que |o sea |pues |que )?(\\p{L}{3,7}|\\d{1,2})(?=\\s*(?:$|[,.;\\n]))",
          Pattern.DOTALL);

  /** {@code somos 6. no, 5, que Ana no viene}: who stays away is counted already. */
  private static final FilteredPattern RATHER =
      FilteredPattern.compile(
          "(?iuU)\\b(somos|seremos|ser[ií]amos|vamos|para|we are|we're|we'll be|for|table for) (\\p{L}{2,7}|\\d{1,2})((?: personas| people)?)\\s*[,.;:…\\n-]*\\s*(?:(?:uy|ay|ah|bueno|perd[oó]n|perdona|espera|wait|oh|sorry|well)[ ,]+)*(?:no(?=,)|(?<=[.;…\\n]|[.;…\\n] )no|digo|mejor dicho|mejor|actually|no wait|i mean|make that)[ ,]+(?:somos |seremos |espera,? |wait,? |perd[oó]n,? |sorry |we are |it'?s )?(?!(?:el|la|las|los|un|una|a|the)\\b)(\\p{L}{3,7}|\\d{1,2})(?: personas| people)?(?=\\s*(?:$|[,.;\\n]))(?:,? (?:que|porque|pq|because|as|since|cause) [^,.;\\n]{0,25}\\b(?:no|not|can'?t|isn'?t|won'?t|se ha ca[ií]do|falla)\\b[^,.;\\n]*)?");

  /** {@code mejor el viernes que el sábado}. */
  private static final FilteredPattern THAN =
      FilteredPattern.compile(
          "(?iuU)\\b(?:mejor|prefer\\p{L}+|antes) ((?:el|a las?|la) [^,.;?!\\n]{3,30}?) (?:mejor )?que ((?:el|a las?|la) [^,.;?!\\n]{3,30})");

  /** {@code no, 8 was right}: what was said before the last word. */
  private static final FilteredPattern WAS_RIGHT =
      FilteredPattern.compile(
          "\\b(?:was|were|era|eran|estaba) (?:right|fine|correct|better|good|ok|okay|bien|mejor|correct[oa]|lo correcto|buena|perfecto)");

  /** {@code 9 then}: what has just been proposed, once more. */
  private static final FilteredPattern ONLY_HOUR =
      FilteredPattern.compile(
          "(?iu)\\W*(?:(?:ok|okay|yes|yeah|alright|fine|well|right|let'?s (?:do|say|go for))\\W+)*(\\d{1,2}|[a-z]{3,6})\\W+(?:then|it is|please)\\b\\W*");

  private Pointing() {}

  static boolean takesBack(String text) {
    return WAS_RIGHT.matcher(Tokens.plain(text)).find();
  }

  /** How many come where the first number is taken back. */
  static String corrected(String said) {
    String text = THAN.matcher(said).replaceFirst("en vez de $2, $1");
    Matcher found = NOT_SO_MANY.matcher(text);
    boolean numbers =
        found.find()
            && Numbers.at(Words.of(found.group(2)), 0, Tongue.SPANISH) != null
            && Numbers.at(Words.of(found.group(4)), 0, Tongue.SPANISH) != null;
    return numbers
        ? found.replaceFirst("$1 $4")
        : RATHER.matcher(text).replaceFirst(Pointing::last);
  }

  private static String last(MatchResult said) {
    Tongue tongue =
        said.group(1).matches("(?i)(?:we|for|table).*") ? Tongue.ENGLISH : Tongue.SPANISH;
    boolean numbers =
        Numbers.at(Words.of(said.group(2)), 0, tongue) != null
            && Numbers.at(Words.of(said.group(4)), 0, tongue) != null;
    return Matcher.quoteReplacement(
        numbers ? said.group(1) + " " + said.group(4) + said.group(3) : said.group());
  }

  /** The week after this one, said so. */
  static String otherWeek(String said) {
    String joined = BROKEN_OFF.matcher(said).replaceAll(", ");
    String text = NEXT_WEEKEND.matcher(joined).replaceFirst("el $1 de la semana que viene");
    Matcher other = NOT_THIS.matcher(text);
    return other.find()
        ? other.replaceFirst(r ->
            r.group(1) != null || r.group(2) != null
                ? "el " + (r.group(1) != null ? r.group(1) : r.group(2)) + " de la semana que viene"
                : (r.group(3) != null ? r.group(3) : r.group(4)) + " next week")
        : text;
  }

  /**
   * Where {@code there} is, if it was just asked about.
   *
   * @param asked what of the house was asked last
   * @param begun whether a table is being arranged
   */
  static String there(String text, String asked, Tongue tongue, boolean begun) {
    boolean brief = text.indexOf('?') < 0 && Words.of(text).size() <= BRIEF;
    boolean points =
        !asked.isEmpty()
            && THERE.matcher(text).find()
            && !TO_BE_THERE.matcher(text).find()
            && (brief && begun || SEAT_THERE.matcher(text).find());
    String zone = points ? Extras.zone(Words.of(asked)) : null;
    if (zone == null || zone.isEmpty()) {
      return text;
    }
    boolean out = zone.equals("terrace");
    String place =
        tongue == Tongue.ENGLISH ? out ? "outside" : "inside" : out ? "en la terraza" : "dentro";
    return THERE.matcher(text).replaceFirst(place);
  }

  /** {@code yes, 9 is fine}, of a table at nine: a yes, and no number of people. */
  static String withoutEcho(String text, LocalTime readBack) {
    Words words = Words.of(text);
    Matcher only = ONLY_HOUR.matcher(text);
    if (readBack != null && only.matches()) {
      Hit<Integer> hour = Numbers.at(Words.of(only.group(1)), 0, Tongue.ENGLISH);
      return hour != null && hour.value() % 12 == readBack.getHour() % 12
          ? "at " + only.group(1)
          : text;
    }
    for (int i = 0; readBack != null && i < words.size(); i++) {
      boolean digits =
          words.plain(i).length() <= 2 && words.plain(i).chars().allMatch(Character::isDigit);
      boolean alone =
          digits && words.is(i + 1, "is", "works", "will", "it", "esta", "va", "me", "perfecto");
      int said = alone ? Integer.parseInt(words.plain(i)) : -1;
      if (alone && said % 12 == readBack.getHour() % 12 && YesNo.in(Words.of(text)) == YesNo.YES) {
        return text.replaceFirst("\\b" + words.plain(i) + "\\b", "that");
      }
    }
    return text;
  }
}
