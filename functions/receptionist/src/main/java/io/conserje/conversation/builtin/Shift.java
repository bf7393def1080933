package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
import java.time.LocalDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a guest says in relation to a moment that is known: {@code una hora más tarde}, {@code the
 * day before}.
 *
 * @param days may be negative, as {@code minutes} may
 */
record Shift(int days, int minutes) {

  static final Shift NONE = new Shift(0, 0);

  private static final String NUMBER =
      "(?:una?|dos|tres|cuatro|quince|veinte|treinta|cuarenta y cinco|an?|one|two|three|fifteen|twenty|thirty|\\d{1,2})";
  private static final String TIME =
      "(?:media hor(?:a|ita)|half an hour|(?:un |a )?cuart(?:o|ito) de hora|(?:a )?quarter of an hour|hora y media|una hora y media|an hour and a half"
          + "|(?:otra |another )hora|another hour|"
          + NUMBER
          + " (?:horas?|horitas?|hours?|hrs?|minutos?|minutes?|mins?))";
  private static final String DAYS = "(?:" + NUMBER + " (?:d[ií]as?|days?|semanas?|weeks?))";
  private static final String AMOUNT = "(" + TIME + "|" + DAYS + ")";
  private static final String LATER = "(?:m[aá]s tarde|despu[eé]s|later|m[aá]s adelante)";
  private static final String EARLIER =
      "(?:antes|m[aá]s temprano|m[aá]s pronto|earlier|before|sooner)";

  private static final FilteredPattern AFTERWARDS = pattern(AMOUNT + " (?:para )?" + LATER);

  /** Who comes later than the house waits has to come at another hour. */
  private static final FilteredPattern TOO_LATE =
      pattern(
          "(media hor(?:a|ita)|half an hour|una hora|an hour|hora y media|una hora y media|(?:veinte|treinta|cuarenta(?: y cinco)?|twenty|thirty|forty|[2-5][05]) min\\p{L}*)"
              + " (?:tarde|late|de retraso)");

  private static final FilteredPattern BEFORE = pattern(AMOUNT + " (?:para )?" + EARLIER);
  private static final FilteredPattern PUT_OFF =
      pattern(
          "((?:retras|atras|c[oó]rr[eao]|pospon|aplaz|demor|push|postpone|delay)\\p{L}*(?: (?!media|half|an?\\b|una?\\b|\\d)[\\p{L}']+){0,5}) "
              + AMOUNT);
  private static final FilteredPattern PUT_OFF_BY =
      pattern("((?:move|push|put|shift)\\p{L}*(?: [\\p{L}']+){0,4} back)(?: by)? " + AMOUNT);
  private static final FilteredPattern BRING_FORWARD =
      pattern("((?:adelant)\\p{L}*(?: (?!media|una?\\b|\\d)\\p{L}+){0,5}) " + AMOUNT);
  private static final FilteredPattern BRING_FORWARD_BY =
      pattern("((?:bring|move)\\p{L}*(?: [\\p{L}']+){0,4} forward)(?: by)? " + AMOUNT);
  private static final FilteredPattern NEXT_DAY =
      pattern(
          "al d[ií]a siguiente|el d[ií]a siguiente|el d[ií]a despu[eé]s|the next day|the following day|the day after(?! tomorrow)");
  private static final FilteredPattern DAY_BEFORE =
      pattern(
          "el d[ií]a anterior|el d[ií]a de antes|el d[ií]a antes|the day before(?! yesterday)|the previous day");

  /** Of rules, arrivals and reminders, not of the booking's own moment. */
  private static final FilteredPattern ELSEWHERE =
      pattern(
          "cancel\\p{L}*|anul\\p{L}*|cobr\\p{L}*|antelaci[oó]n|hasta cu[aá]ndo|until when|notice|check.?(?:in|out)|noche m[aá]s");

  /** {@code no la anules todavía}: of no rule either. */
  private static final FilteredPattern KEPT =
      pattern(
          "no (?:me |nos )?(?:la |lo )?(?:cancel|anul)\\p{L}*|(?:don'?t|do not) cancel|(?:en (?:vez|lugar) de|instead of) (?:cancel|anul)\\p{L}*");

  private static FilteredPattern pattern(String regex) {
    return FilteredPattern.compile(
        "(?<![\\p{L}\\d])(?:" + regex + ")(?![\\p{L}\\d])",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  boolean none() {
    return equals(NONE);
  }

  static Shift in(String text) {
    if (ELSEWHERE.matcher(KEPT.matcher(text).replaceAll(" ")).find()) {
      return NONE;
    }
    if (NEXT_DAY.matcher(text).find()) {
      return new Shift(1, 0);
    }
    if (DAY_BEFORE.matcher(text).find()) {
      return new Shift(-1, 0);
    }
    Shift later = of(AFTERWARDS, 1, text, 1);
    later = later.none() ? of(TOO_LATE, 1, text, 1) : later;
    later = later.none() ? of(PUT_OFF, 2, text, 1) : later;
    later = later.none() ? of(PUT_OFF_BY, 2, text, 1) : later;
    later = later.none() ? of(BEFORE, 1, text, -1) : later;
    later = later.none() ? of(BRING_FORWARD, 2, text, -1) : later;
    return later.none() ? of(BRING_FORWARD_BY, 2, text, -1) : later;
  }

  private static Shift of(FilteredPattern pattern, int group, String text, int sign) {
    Matcher found = pattern.matcher(text);
    return found.find() ? amount(Tokens.plain(found.group(group)), sign) : NONE;
  }

  private static Shift amount(String said, int sign) {
    boolean half = said.contains("media") || said.contains("half");
    if (said.contains("cuarto") || said.contains("quarter")) {
      return new Shift(0, sign * 15);
    }
    int number = number(said.split(" ")[0]);
    if (said.matches(".*\\b(dias?|days?)$")) {
      return new Shift(sign * number, 0);
    }
    if (said.matches(".*\\b(semanas?|weeks?)$")) {
      return new Shift(sign * number * 7, 0);
    }
    if (said.contains("min")) {
      return new Shift(0, sign * number(said.replaceAll(" min.*", "")));
    }
    boolean andAHalf = half && (said.contains(" y ") || said.contains(" and "));
    return new Shift(0, sign * (andAHalf ? 90 : half ? 30 : number * 60));
  }

  private static int number(String said) {
    return switch (said) {
      case "dos", "two" -> 2;
      case "tres", "three" -> 3;
      case "cuatro" -> 4;
      case "quince", "fifteen" -> 15;
      case "veinte", "twenty" -> 20;
      case "treinta", "thirty" -> 30;
      case "cuarenta y cinco" -> 45;
      default -> said.matches("\\d+") ? Integer.parseInt(said) : 1;
    };
  }

  /** The rest of the message, in which the numbers of the shift are nobody's hour. */
  static String without(String text) {
    String left = text;
    for (FilteredPattern pattern :
        new FilteredPattern[] {AFTERWARDS, TOO_LATE, BEFORE, NEXT_DAY, DAY_BEFORE}) {
      left = pattern.matcher(left).replaceAll(" ");
    }
    for (FilteredPattern pattern :
        new FilteredPattern[] {PUT_OFF, PUT_OFF_BY, BRING_FORWARD, BRING_FORWARD_BY}) {
      left = pattern.matcher(left).replaceAll("$1");
    }
    left = left.strip();
    boolean words = left.codePoints().anyMatch(Character::isLetterOrDigit);
    return words ? left : "mejor";
  }

  LocalDateTime from(LocalDateTime moment) {
    return moment.plusDays(days).plusMinutes(minutes);
  }

  String written() {
    return none() ? "" : days + "," + minutes;
  }

  static Shift read(String written) {
    if (written.isEmpty()) {
      return NONE;
    }
    String[] parts = written.split(",");
    return new Shift(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
  }
}
