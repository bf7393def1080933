package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What is taken back in the same breath and leaves one thing said: {@code el 3 de noviembre, digo,
 * diciembre}.
 */
final class SlipOfTongue {

  private static final String MONTH =
      "(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
          + "|january|february|march|april|may|june|july|august|september|october|november|december)";
  private static final String TAKES_BACK =
      "[ ,.…-]*(?:uy|ay|ups|oops|no)?[ ,]*(?:digo|perd[oó]n|perdona|no|quiero decir|quise decir|mejor dicho|bueno|i mean|i meant|sorry|rather|actually)[ ,]+";

  private static final FilteredPattern OTHER_MONTH =
      FilteredPattern.compile(
          "(?iu)\\b" + MONTH + TAKES_BACK + "(?:de |of |en )?(?=" + MONTH + "\\b)");

  /** {@code el 10 de noviembre a las nueve, para dos... qué digo, de diciembre}. */
  private static final FilteredPattern MONTH_LATER =
      FilteredPattern.compile(
          "(?iu)\\b"
              + MONTH
              + "\\b((?:(?!"
              + MONTH
              + ")[^\\n]){0,60}?)[ ,.…-]+(?:(?:uy|ay|perd[oó]n|perdona|no|sorry|oops) )?(?:(?:pero )?qu[eé] digo|digo|perd[oó]n|quer[ií]a decir|quise decir|quiero decir|sorry|i mean|i meant),? (?:de |of |en |el de |in )?("
              + MONTH
              + ")\\b(?! \\d)");

  private static final String WEEKDAY =
      "(?:lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo|monday|tuesday|wednesday|thursday|friday|saturday|sunday)";

  /** {@code nos iríamos el lunes… bueno no, el domingo}. */
  private static final FilteredPattern OTHER_WEEKDAY =
      FilteredPattern.compile(
          "(?iuU)\\b(?:(?:el|este|on|the|this) )?"
              + WEEKDAY
              + "(?: \\d{1,2}(?:st|nd|rd|th)?)?[\\s,.;…-]+(?:(?:ay|uy|bueno|ah|oh|well|espera|wait|perd[oó]n|perdona|sorry|mejor dicho|m[aá]s bien)[\\s,.]+)*"
              + "(?:no(?=\\s*[,.…])|no(?= (?:wait|espera|perd[oó]n|sorry)\\b)|digo|(?:pero )?qu[eé] digo|perd[oó]n|quiero decir|quise decir|mejor dicho|m[aá]s bien|i mean|i meant|actually|sorry|rather|make that)[\\s,.]+(?:(?:mejor|espera|perd[oó]n|sorry|wait)[\\s,]+)?"
              + "(?=(?:(?:el|on|the) )?"
              + WEEKDAY
              + "\\b(?! (?:no|ya no|tampoco|ni|is|isn'?t|doesn'?t|won'?t|can'?t)\\b))");

  private static final String ROOM =
      "(?:individual|sencilla|doble|suite|familiar|superior|single|double|twin|family room)";

  /** {@code una individual. O no, mejor una doble}. */
  private static final FilteredPattern OTHER_ROOM =
      FilteredPattern.compile(
          "(?iuU)\\b(?:(?:una|la|a|the) )?(?:habitaci[oó]n )?"
              + ROOM
              + "(?: room)?[\\s,.;…-]+(?:(?:o|ay|uy|bueno|ah|oh|or|well|espera|wait|perd[oó]n|sorry)[\\s,.]+)*(?:no(?=\\s*[,.…])|digo|mejor dicho|mejor|perd[oó]n|actually|i mean|rather)[\\s,.]+(?:(?:mejor|espera|wait|make (?:it|that))[\\s,]+)?(?=(?:una|la|a|the) "
              + ROOM
              + "\\b)");

  /** {@code una doble para uso individual}. */
  private static final FilteredPattern FOR_ONE =
      FilteredPattern.compile(
          "(?iu)\\b(dobles?|doubles?(?: room)?) (?:(?:para|de) uso individual|(?:for|of) single (?:use|occupancy))\\b");

  /** {@code los niños… son dos, de 8 y de 5 años}: that many children. */
  private static final FilteredPattern AGED =
      FilteredPattern.compile(
          "(?iu)\\b(son) (dos|tres|cuatro|cinco|[2-5])(?=,? (?:de|tienen|con) \\d{1,2}(?:,? (?:y |e )?(?:de )?\\d{1,2})* a[nñ](?:os|itos)\\b)");

  /** {@code make it 2, no sorry, 2:30}. */
  private static final FilteredPattern SAME_HOUR =
      FilteredPattern.compile(
          "(?iu)\\b(make it|mejor|at|a las|la de las|pon\\p{L}* a las) (\\d{1,2})\\b(?![:.]\\d)[^\\d]{0,30}\\b(?:no|sorry|i mean|perd[oó]n|digo)\\b[^\\d]{0,20}(?=\\b\\2[:.]\\d\\d)");

  /** {@code our 1 year old}, {@code my nine-month-old}. */
  private static final FilteredPattern BABY =
      FilteredPattern.compile(
          "(?iu)\\b(our|my) (?:(?:1|one)[- ]year|(?:\\p{L}+|\\d{1,2})[- ]months?)[- ]old\\b(?! (?:son|daughter|boy|girl|kid|child|niece|nephew|grand|baby))");

  /** {@code mis padres no, mi mujer y yo}: who stays away is not counted. */
  private static final FilteredPattern STAY_AWAY =
      FilteredPattern.compile(
          "(?iu)(?<!\\bde )\\b(?:mis?|nuestr[oa]s?) \\p{L}+ no,\\s*(?=[^.]{0,60}\\by yo\\b)|\\bnot my \\p{L}+,\\s*(?=[^.]{0,60}\\band (?:me|i)\\b)");

  /** {@code un niño de 10 años… mi mujer, el niño y yo}: one child, named twice. */
  private static final FilteredPattern SAME_CHILD =
      FilteredPattern.compile(
          "(?iu)(\\bun[oa]? (niñ[oa]|hij[oa]|cr[ií][oa]|chic[oa]|beb[eé]) de \\d{1,2} (?:años|meses)\\b.{0,90}), (?:el|la) \\2 (?=y yo\\b)");

  /** {@code our five-year-old}. */
  private static final FilteredPattern OLD =
      FilteredPattern.compile(
          "(?iu)\\b(our|my) (?:\\p{L}+|\\d{1,2})[- ]years?[- ]olds?\\b(?! (?:son|daughter|boy|girl|kid|child|niece|nephew|grand))");

  /** {@code el mayor de 6 años}. */
  private static final FilteredPattern ELDEST =
      FilteredPattern.compile(
          "(?iu)\\b(el|la) (?:mayor|mediano|mediana)(?= (?:de|tiene) (?:\\d|1[0-7]|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce) a[nñ]os)");

  /** {@code mi hija se casa en Haro}: why somebody comes, and nobody who comes along. */
  private static final FilteredPattern ELSEWHERE =
      FilteredPattern.compile(
          "(?iuU)\\b(?:mi|nuestr[oa]|my|our) (\\p{L}+) (?=(?:se casa|se grad[uú]a|vive|estudia|trabaja|juega|corre|act[uú]a|se jubila|(?:is|'s) getting married|gets married|lives|studies|works|is graduating|graduates|is running|is playing)\\b)");

  /** {@code mi marido y yo, … que mi marido duerme mal}: one husband, named twice. */
  private static final FilteredPattern AGAIN =
      FilteredPattern.compile(
          "(?iu)(\\b(mi|my) (marido|mujer|esposa|esposo|pareja|novi[oa]|madre|padre|husband|wife|partner|boyfriend|girlfriend|mother|mum|mom|father|dad)\\b.{1,200}?)\\b\\2 \\3\\b",
          Pattern.DOTALL);

  /** {@code did I say December? I meant January}. */
  private static final FilteredPattern ASKED_BACK =
      FilteredPattern.compile(
          "(?iu)¿?\\b(?:did i (?:say|write|put)|(?:te |le |os |les )?(?:he dicho|dije|he puesto|puse|he escrito)) (?:en |in )?"
              + MONTH
              + "\\b\\s*[?.,;!]+\\s*(?=.*\\b"
              + MONTH
              + "\\b)");

  private static final String COUNT =
      "((?:un|dos|tres|cuatro|cinco|seis|siete|one|two|three|four|five|six|seven|\\d)[ao]?)";

  /** {@code en vez de tres noches, dos}. */
  private static final FilteredPattern OTHER_NIGHTS =
      FilteredPattern.compile(
          "(?iu)\\b(?:en (?:vez|lugar) de|instead of|rather than|not) (?:las? |the )?"
              + COUNT
              + " (noches?|nights?)[,;]? (?:(?:que )?(?:sean|mejor|solo|just|only|make it) )?"
              + COUNT
              + "(?! ?(?:noches?|nights?|d[ií]as|days|personas|people|adult))\\b");

  /** {@code dos noches en vez de tres}. */
  private static final FilteredPattern NIGHTS_INSTEAD =
      FilteredPattern.compile(
          "(?iu)\\b(noches?|nights?) (?:en (?:vez|lugar) de|instead of|rather than|not|y no|no) (?:las? |the )?"
              + COUNT
              + "\\b(?! ?(?:personas|people|adult|de |of ))(?: noches?| nights?)?");

  private SlipOfTongue() {}

  static String mended(String text) {
    String hour = SAME_HOUR.matcher(text).replaceAll("$1 ");
    String room =
        FOR_ONE
            .matcher(OTHER_ROOM.matcher(otherMonth(hour)).replaceAll(""))
            .replaceAll(SlipOfTongue::forOne);
    String day = OTHER_WEEKDAY.matcher(room).replaceAll("");
    String come = STAY_AWAY.matcher(AGED.matcher(day).replaceAll("$1 $2 niños")).replaceAll("");
    come = SAME_CHILD.matcher(come).replaceAll("$1 ");
    come = OTHER_NIGHTS.matcher(come).replaceAll("$3 $2");
    come = NIGHTS_INSTEAD.matcher(come).replaceAll("$1");
    come = AGAIN.matcher(come).replaceAll("$1");
    come = ELSEWHERE.matcher(come).replaceAll("");
    String child = OLD.matcher(BABY.matcher(come).replaceAll("$1 baby")).replaceAll("$1 child");
    return ELDEST.matcher(child).replaceAll("$1 niño");
  }

  private static String forOne(MatchResult said) {
    boolean english = said.group(1).toLowerCase(Locale.ROOT).startsWith("doub");
    return said.group(1) + (english ? " for one adult" : " para un adulto");
  }

  private static String otherMonth(String text) {
    String once = ASKED_BACK.matcher(text).replaceAll("perdón, ");
    return MONTH_LATER.matcher(OTHER_MONTH.matcher(once).replaceAll("")).replaceAll("$2$1");
  }
}
