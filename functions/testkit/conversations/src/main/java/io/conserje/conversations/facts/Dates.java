package io.conserje.conversations.facts;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Days as a text states them. Texts are plain: lower case, without accents. */
final class Dates {

  /** A day as it was said and what it can mean; nothing, when weekday and day do not fit. */
  record Said(String words, Set<LocalDate> meanings) {}

  private static final List<String> SPANISH_MONTHS =
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
  private static final List<String> ENGLISH_MONTHS =
      List.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");
  private static final Map<String, DayOfWeek> WEEKDAYS =
      Map.ofEntries(
          Map.entry("lunes", DayOfWeek.MONDAY),
          Map.entry("martes", DayOfWeek.TUESDAY),
          Map.entry("miercoles", DayOfWeek.WEDNESDAY),
          Map.entry("jueves", DayOfWeek.THURSDAY),
          Map.entry("viernes", DayOfWeek.FRIDAY),
          Map.entry("sabado", DayOfWeek.SATURDAY),
          Map.entry("domingo", DayOfWeek.SUNDAY),
          Map.entry("monday", DayOfWeek.MONDAY),
          Map.entry("tuesday", DayOfWeek.TUESDAY),
          Map.entry("wednesday", DayOfWeek.WEDNESDAY),
          Map.entry("thursday", DayOfWeek.THURSDAY),
          Map.entry("friday", DayOfWeek.FRIDAY),
          Map.entry("saturday", DayOfWeek.SATURDAY),
          Map.entry("sunday", DayOfWeek.SUNDAY));

  private static final String WEEKDAY =
      "(?:(" + String.join("|", WEEKDAYS.keySet()) + "),? (?:el |dia |the )?)?";
  private static final String DAY = "(?<![\\d:.,])(\\d{1,2})(?:st|nd|rd|th|º)?";
  private static final String YEAR = "(?:,? (?:de |del )?(20\\d\\d))?";
  private static final Pattern SPANISH =
      Pattern.compile(WEEKDAY + DAY + " de (" + String.join("|", SPANISH_MONTHS) + ")\\b" + YEAR);
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          WEEKDAY + DAY + "(?: of)? (" + String.join("|", ENGLISH_MONTHS) + ")\\b" + YEAR);
  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          WEEKDAY
              + "("
              + String.join("|", ENGLISH_MONTHS)
              + ") (\\d{1,2})(?:st|nd|rd|th)?(?![\\d:])"
              + YEAR);
  private static final Pattern SLASHED =
      Pattern.compile(WEEKDAY + "(?<![\\d/])(\\d{1,2})/(\\d{1,2})(?:/((?:20)?\\d\\d))?(?![\\d/])");
  private static final Pattern ISO = Pattern.compile("\\b(20\\d\\d)-(\\d\\d)-(\\d\\d)");
  private static final Pattern NO_MONTH =
      Pattern.compile(
          "\\b("
              + String.join("|", WEEKDAYS.keySet())
              + "),? (?:el |dia |the )?(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:./]|\\s?(?:h|am|pm|de|of|"
              + String.join("|", ENGLISH_MONTHS)
              + "|personas|people|pax|adults|adultos)\\b)");

  private static final int BACK = 200;
  private static final int AHEAD = 366;
  private static final int SOON = 95;

  private Dates() {}

  /** What a reply states. */
  static List<Said> in(String plain, LocalDate today) {
    List<Said> said = new ArrayList<>();
    each(
        SPANISH,
        plain,
        m ->
            said.add(
                day(
                    m,
                    m.group(1),
                    m.group(2),
                    SPANISH_MONTHS.indexOf(m.group(3)) + 1,
                    m.group(4),
                    today)));
    each(
        DAY_FIRST,
        plain,
        m ->
            said.add(
                day(
                    m,
                    m.group(1),
                    m.group(2),
                    ENGLISH_MONTHS.indexOf(m.group(3)) + 1,
                    m.group(4),
                    today)));
    each(
        MONTH_FIRST,
        plain,
        m ->
            said.add(
                day(
                    m,
                    m.group(1),
                    m.group(3),
                    ENGLISH_MONTHS.indexOf(m.group(2)) + 1,
                    m.group(4),
                    today)));
    each(
        SLASHED,
        plain,
        m ->
            said.add(
                day(m, m.group(1), m.group(2), Integer.parseInt(m.group(3)), m.group(4), today)));
    each(
        ISO,
        plain,
        m -> said.add(day(m, null, m.group(3), Integer.parseInt(m.group(2)), m.group(1), today)));
    each(NO_MONTH, plain, m -> said.add(withoutMonth(m, today)));
    return said;
  }

  private static void each(Pattern pattern, String text, Consumer<Matcher> each) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      each.accept(matcher);
    }
  }

  private static Said day(
      Matcher m, String weekday, String day, int month, String year, LocalDate today) {
    Set<LocalDate> meanings = new HashSet<>();
    for (int y = today.getYear() - 1; y <= today.getYear() + 1; y++) {
      LocalDate date = date(y, month, Integer.parseInt(day));
      boolean thisYear = year == null ? near(date, today) : date != null && inYear(date, year);
      if (date != null && thisYear && fits(weekday, date)) {
        meanings.add(date);
      }
    }
    return new Said(m.group(), meanings);
  }

  private static boolean inYear(LocalDate date, String year) {
    return date.getYear() % 100 == Integer.parseInt(year) % 100;
  }

  private static boolean near(LocalDate date, LocalDate today) {
    return date != null
        && date.isAfter(today.minusDays(BACK))
        && date.isBefore(today.plusDays(AHEAD));
  }

  private static boolean fits(String weekday, LocalDate date) {
    return weekday == null || WEEKDAYS.get(weekday) == date.getDayOfWeek();
  }

  private static LocalDate date(int year, int month, int day) {
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static Said withoutMonth(Matcher m, LocalDate today) {
    int day = Integer.parseInt(m.group(2));
    Set<LocalDate> meanings = new HashSet<>();
    days(today, -SOON, SOON)
        .filter(d -> d.getDayOfMonth() == day && fits(m.group(1), d))
        .forEach(meanings::add);
    return new Said(m.group(), meanings);
  }

  /** Everything a guest's words may mean, as generously as anybody could take them. */
  static Set<LocalDate> possible(String plain, LocalDate today) {
    Set<LocalDate> all = new HashSet<>();
    in(plain, today).forEach(said -> all.addAll(said.meanings()));
    Set<Integer> numbers = Numbers.in(plain);
    days(today, -40, AHEAD).filter(d -> numbers.contains(d.getDayOfMonth())).forEach(all::add);
    String rest = NO_MONTH.matcher(SPANISH.matcher(plain).replaceAll(" ")).replaceAll(" ");
    WEEKDAYS.forEach((word, weekday) -> {
      if (has(rest, word + "s?") || has(rest, word.substring(0, 3))) {
        days(today, -8, 61).filter(d -> d.getDayOfWeek() == weekday).forEach(all::add);
      }
    });
    relative(plain, today, all);
    return all;
  }

  private static void relative(String plain, LocalDate today, Set<LocalDate> all) {
    if (has(
        plain,
        "manana|tomorrow|tmrw|tmr|pasado|ayer|anoche|yesterday|hoy|today|noche|tonight|esta|this|ahora|now|mediodia|tarde|luego")) {
      days(today, -1, 3).forEach(all::add);
    }
    if (has(plain, "finde|fin de semana|weekend|puente")) {
      days(today, 0, 61)
          .filter(d -> d.getDayOfWeek().getValue() >= 5 || d.getDayOfWeek() == DayOfWeek.MONDAY)
          .forEach(all::add);
    }
    if (has(plain, "semanas?|weeks?|fortnight|ocho|quince|dias|days")) {
      days(today, 0, 36).forEach(all::add);
    }
    if (has(plain, "nochebuena|navidad(es)?|christmas|nochevieja|reyes|fin de ano|new year.*")) {
      days(today, 0, 60)
          .filter(d ->
              d.getMonthValue() == 1 && d.getDayOfMonth() < 8
                  || d.getMonthValue() == 12 && d.getDayOfMonth() > 22)
          .forEach(all::add);
    }
    for (String month : SPANISH_MONTHS) {
      whole(plain, month, SPANISH_MONTHS, today, all);
    }
    for (String month : ENGLISH_MONTHS) {
      whole(plain, month, ENGLISH_MONTHS, today, all);
    }
  }

  /** "El primer sábado de diciembre" may be any of them. */
  private static void whole(
      String plain, String month, List<String> months, LocalDate today, Set<LocalDate> all) {
    if (has(plain, "(primer|segundo|tercer|ultimo|first|last|second) .*" + month)) {
      days(today, 0, AHEAD)
          .filter(d -> d.getMonthValue() == months.indexOf(month) + 1)
          .forEach(all::add);
    }
  }

  private static boolean has(String plain, String words) {
    return Pattern.compile("\\b(?:" + words + ")\\b").matcher(plain).find();
  }

  private static java.util.stream.Stream<LocalDate> days(LocalDate today, int from, int to) {
    return IntStream.range(from, to).mapToObj(today::plusDays);
  }
}
