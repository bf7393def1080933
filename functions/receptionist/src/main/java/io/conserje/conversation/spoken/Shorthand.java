package io.conserje.conversation.spoken;

import java.time.DateTimeException;
import java.time.MonthDay;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people write shorter than they say it: addresses of mail and web, dates in figures, "20-23
 * h", "9 pm", "1ª", "nº", "C/". Numbers that stay are said afterwards, as all others are.
 */
final class Shorthand {

  private static final Pattern MAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");
  private static final Pattern WEB =
      Pattern.compile(
          "(?i)\\b(?:https?://)?(?:www\\.)?([\\w-]+(?:\\.[\\w-]+)*\\.(?:es|com|cat|net|org|eu|info|mx|ar|co))\\b(?:/\\S*[\\w/])?");
  private static final Pattern YEAR_FIRST = Pattern.compile("\\b(20\\d\\d)-(\\d\\d)-(\\d\\d)\\b");
  private static final Pattern DATE =
      Pattern.compile("(?<![\\d/])(\\d{1,2})/(\\d{1,2})(?:/(20\\d\\d|\\d\\d))?(?![\\d/])");
  private static final Pattern HALF_OF_THE_DAY =
      Pattern.compile("(?i)\\b(1[0-2]|0?\\d)(?:[:.]([0-5]\\d))? ?(a|p)\\.? ?m\\b\\.?");
  private static final Pattern HOURS_AND_MINUTES =
      Pattern.compile("\\b([01]?\\d|2[0-3]) ?h ?([0-5]\\d)\\b");
  private static final Pattern AT_HOUR =
      Pattern.compile("(?i)\\b(las?|at) ([01]?\\d|2[0-3]) ?h(?:rs)?\\b");
  private static final Pattern HOURS = Pattern.compile("(?<=\\d) ?h(?:rs)?\\b\\.?");
  private static final Pattern RANGE =
      Pattern.compile("(?<=\\d)( ?h)? ?[–—-] ?(?=\\d)(?!\\d{3,}[ -]?\\d{3})");
  private static final Pattern TELEPHONE =
      Pattern.compile("(?<!\\d)\\+?\\d(?:[ .-]?\\d){8,14}(?!\\d)");
  private static final Pattern ORDINAL =
      Pattern.compile("\\b(\\d{1,2})(?:\\.?(?:er)?(º|ª|°(?!C))|\\.er|(st|nd|rd|th)\\b)");
  private static final Pattern FRACTION = Pattern.compile("(?<![\\d/])1/2(?![\\d/])|½");

  private static final List<String> FIRST_TO_TENTH =
      List.of(
          "primer", "segund", "tercer", "cuart", "quint", "sext", "séptim", "octav", "noven",
          "décim");
  private static final List<String> MONTHS =
      List.of(
          "enero",
          "febrero",
          "marzo",
          "abril",
          "mayo",
          "junio",
          "julio",
          "agosto",
          "septiembre",
          "octubre",
          "noviembre",
          "diciembre");

  private static final Map<Pattern, String> SPANISH =
      Map.ofEntries(
          word("n\\.?º ?|núm\\. ?", "número "),
          word("C/ ?(?=\\p{Lu})", "calle "),
          word("Avda?\\. ?", "avenida "),
          word("Pza\\. ?|Pl\\. ?", "plaza "),
          word("tel[.:] ?", "teléfono "),
          word("p\\. ?ej\\.", "por ejemplo"),
          word("aprox\\.", "aproximadamente"),
          word("km\\b", "kilómetros"),
          word("m²", "metros cuadrados"),
          sign(" ?[º°] ?C\\b", " grados"),
          sign(" ?& ?", " y "),
          sign(" ?\\+ ?(?=\\p{L})", " más "));
  private static final Map<Pattern, String> ENGLISH =
      Map.ofEntries(
          word("No\\. ?(?=\\d)", "number "),
          word("tel[.:] ?", "telephone "),
          word("approx\\.", "approximately"),
          word("km\\b", "kilometres"),
          word("m²", "square metres"),
          sign(" ?[º°] ?C\\b", " degrees"),
          sign(" ?& ?", " and "),
          sign(" ?\\+ ?(?=\\p{L})", " plus "));

  private final SpokenNumbers numbers;
  private final boolean english;

  Shorthand(SpokenNumbers numbers, boolean english) {
    this.numbers = numbers;
    this.english = english;
  }

  private static Map.Entry<Pattern, String> word(String written, String said) {
    return Map.entry(Pattern.compile("(?<![\\p{L}@])(?:" + written + ")"), said);
  }

  private static Map.Entry<Pattern, String> sign(String written, String said) {
    return Map.entry(Pattern.compile(written), said);
  }

  String out(String text) {
    String said = each(MAIL, text, found -> address(found.group()));
    said = each(WEB, said, found -> address(found.group(1)));
    for (Map.Entry<Pattern, String> one : (english ? ENGLISH : SPANISH).entrySet()) {
      said = one.getKey().matcher(said).replaceAll(one.getValue());
    }
    said = each(FRACTION, said, _ -> english ? "half a" : "media");
    said = each(YEAR_FIRST, said, found -> date(found, found.group(3), found.group(2), null));
    said = each(DATE, said, found -> date(found, found.group(1), found.group(2), found.group(3)));
    said = each(ORDINAL, said, this::ordinal);
    said = ranges(said);
    said = each(HALF_OF_THE_DAY, said, this::halfOfTheDay);
    said = each(HOURS_AND_MINUTES, said, found -> time(found.group(1), found.group(2)));
    said = each(AT_HOUR, said, found -> found.group(1) + " " + time(found.group(2), "0"));
    return HOURS.matcher(said).replaceAll(english ? " hours" : " horas");
  }

  private static String each(Pattern pattern, String text, Function<MatchResult, String> said) {
    return pattern.matcher(text).replaceAll(found -> Matcher.quoteReplacement(said.apply(found)));
  }

  /** Letter by letter only where there is no word in it. */
  private String address(String address) {
    return address
        .replaceAll("\\.", english ? " dot " : " punto ")
        .replaceAll("@", english ? " at " : " arroba ")
        .replaceAll("_", english ? " underscore " : " guion bajo ")
        .replaceAll("-", english ? " dash " : " guion ")
        .replaceAll("(?<=\\p{L})(?=\\d)|(?<=\\d)(?=\\p{L})", " ");
  }

  /** The year is left out: nobody says it. */
  private String date(MatchResult found, String day, String month, String year) {
    try {
      MonthDay date = MonthDay.of(Integer.parseInt(month), Integer.parseInt(day));
      boolean surely = year != null || day.length() == 2 && month.length() == 2;
      boolean ambiguous = year == null && !surely && date.getDayOfMonth() <= 12;
      if (ambiguous || found.group().equals("24/7")) {
        return found.group();
      }
      return english
          ? date.getDayOfMonth() + " " + englishMonth(date)
          : date.getDayOfMonth() + " de " + MONTHS.get(date.getMonthValue() - 1);
    } catch (DateTimeException noDate) {
      return found.group();
    }
  }

  private static String englishMonth(MonthDay date) {
    return date.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  private String ordinal(MatchResult found) {
    int number = Integer.parseInt(found.group(1));
    if (english || number < 1 || number > FIRST_TO_TENTH.size()) {
      return found.group(3) == null ? found.group(1) : found.group();
    }
    String stem = FIRST_TO_TENTH.get(number - 1);
    boolean shortened = found.group().endsWith("er") || found.group().contains("er");
    return stem + (shortened ? "" : "ª".equals(found.group(2)) ? "a" : "o");
  }

  /** A telephone number may have such signs, too. */
  private String ranges(String text) {
    StringBuilder said = new StringBuilder();
    Matcher telephone = TELEPHONE.matcher(text);
    int from = 0;
    while (telephone.find()) {
      said.append(range(text.substring(from, telephone.start()))).append(telephone.group());
      from = telephone.end();
    }
    return said.append(range(text.substring(from))).toString();
  }

  private String range(String text) {
    return RANGE.matcher(text).replaceAll(english ? "$1 to " : "$1 a ");
  }

  private String halfOfTheDay(MatchResult found) {
    int hour = Integer.parseInt(found.group(1)) % 12;
    boolean afternoon = found.group(3).equalsIgnoreCase("p");
    int minute = found.group(2) == null ? 0 : Integer.parseInt(found.group(2));
    return numbers.time(afternoon ? hour + 12 : hour, minute);
  }

  private String time(String hour, String minute) {
    return numbers.time(Integer.parseInt(hour), Integer.parseInt(minute));
  }
}
