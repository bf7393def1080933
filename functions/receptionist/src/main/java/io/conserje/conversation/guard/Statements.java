package io.conserje.conversation.guard;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.MonthDay;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a text states that can be right or wrong, in a form in which two ways of saying it are
 * equal.
 *
 * @param codes booking references and the like, upper case
 * @param times minutes of a twelve-hour dial: "nine" may be either half of the day
 * @param amounts of money, in minor units
 * @param numbers telephone numbers, their last nine digits
 * @param days weekdays said with a date
 */
public record Statements(
    Set<String> codes,
    Set<Integer> times,
    Set<Long> amounts,
    Set<String> numbers,
    Set<NamedDay> days) {

  /** {@code Saturday 21 November}: right in some years only. */
  public record NamedDay(DayOfWeek weekday, MonthDay date) {}

  private static final int DIAL = 12 * 60;

  private static final Pattern REFERENCE =
      Pattern.compile(
          "(?<![A-Za-z0-9+])(?:[A-Za-z]{2}[2346789]{4}|[A-Z]{2}[ -][2346789]{4})(?![A-Za-z0-9])");
  private static final Pattern NAMED_CODE =
      Pattern.compile(
          "(?i)(?:referencia|localizador|codigo|reference|code|booking number)\\W{1,3}"
              + "(?:es |is |de reserva |number )?\\W{0,2}((?=[A-Z-]*\\d)[A-Z0-9-]{4,14})(?![A-Za-z0-9])");

  private static final Pattern CLOCK =
      Pattern.compile(
          "(?<![\\d:.,/-])([01]?\\d|2[0-4])(?::|h|\\.(?=\\d\\d ?(?:h|am|pm|a\\.m|p\\.m)))([0-5]\\d)(?![\\d:/])");
  private static final Pattern HOUR =
      Pattern.compile(
          "(?<![\\d:.,/])(1?\\d|2[0-4]) ?(?:am|pm|a\\.m|p\\.m|h|horas|o'clock)(?![a-z0-9])");
  private static final Pattern AT_HOUR =
      Pattern.compile(
          "\\b(?:a las?|las|at) (1?\\d|2[0-4])(?![\\d:h]|[.,]\\d| (?:de )?[a-z]* ?(?:personas|people|euros))");
  private static final Pattern IN_WORDS =
      Pattern.compile(
          "\\b(?:a las?|las) (una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce)"
              + "(?: (y media|y cuarto|menos cuarto|y diez|y veinte|menos diez|menos veinte))?\\b");

  private static final List<String> HOURS =
      List.of(
          "", "una", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez",
          "once", "doce");

  private static final String NUMBER = "(\\d{1,3}(?:[.,]\\d{3})+|\\d+)(?:[.,](\\d{1,2}))?";
  private static final Pattern AMOUNT =
      Pattern.compile(NUMBER + " ?(?:€|euros?\\b|eur\\b|dolares\\b|usd\\b|\\$)");
  private static final Pattern AMOUNT_AFTER_SIGN = Pattern.compile("[€$] ?" + NUMBER);

  private static final Pattern TELEPHONE =
      Pattern.compile("(?<![\\d€$])\\+?\\d(?:[ .-]?\\d){8,14}(?![\\d€])");
  private static final int TOLD_APART = 9;

  private static final Pattern SPANISH_DAY =
      Pattern.compile(
          "\\b(lunes|martes|miercoles|jueves|viernes|sabado|domingo),? (?:dia )?(\\d{1,2}) de ([a-z]+)");
  private static final Pattern ENGLISH_DAY =
      Pattern.compile(
          "\\b(monday|tuesday|wednesday|thursday|friday|saturday|sunday),? (?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]+)");
  private static final Pattern AMERICAN_DAY =
      Pattern.compile(
          "\\b(monday|tuesday|wednesday|thursday|friday|saturday|sunday),? ([a-z]+) (\\d{1,2})(?:st|nd|rd|th)?\\b");

  private static final List<String> WEEKDAYS =
      List.of(
          "lunes",
          "martes",
          "miercoles",
          "jueves",
          "viernes",
          "sabado",
          "domingo",
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday");
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
          "diciembre",
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

  public static Statements in(String text) {
    String plain = plain(text);
    return new Statements(codes(text), times(plain), amounts(plain), numbers(plain), days(plain));
  }

  /** All that any of several texts states. */
  static Statements inAll(Stream<String> texts) {
    Statements all =
        new Statements(
            new TreeSet<>(),
            new TreeSet<>(),
            new TreeSet<>(),
            new TreeSet<>(),
            new java.util.HashSet<>());
    texts.map(Statements::in).forEach(all::add);
    return all;
  }

  private void add(Statements more) {
    codes.addAll(more.codes);
    times.addAll(more.times);
    amounts.addAll(more.amounts);
    numbers.addAll(more.numbers);
    days.addAll(more.days);
  }

  static String plain(String text) {
    String apart = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    return apart.replaceAll("\\p{M}+", "").replace('\u00a0', ' ').replace('\u202f', ' ');
  }

  private static Set<String> codes(String text) {
    String unaccented = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    Stream<String> any = REFERENCE.matcher(unaccented).results().map(MatchResult::group);
    Stream<String> named = NAMED_CODE.matcher(unaccented).results().map(found -> found.group(1));
    return Stream.concat(any, named)
        .map(code -> code.replaceAll("[ -]", "").toUpperCase(Locale.ROOT))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<Integer> times(String plain) {
    Set<Integer> times = new TreeSet<>();
    CLOCK
        .matcher(plain)
        .results()
        .forEach(at -> times.add(onDial(number(at.group(1)), number(at.group(2)))));
    HOUR.matcher(plain).results().forEach(at -> times.add(onDial(number(at.group(1)), 0)));
    AT_HOUR.matcher(plain).results().forEach(at -> times.add(onDial(number(at.group(1)), 0)));
    IN_WORDS
        .matcher(plain)
        .results()
        .forEach(at -> times.add(onDial(HOURS.indexOf(at.group(1)), minutes(at.group(2)))));
    return times;
  }

  private static int minutes(String said) {
    return switch (said) {
      case null -> 0;
      case "y media" -> 30;
      case "y cuarto" -> 15;
      case "y diez" -> 10;
      case "y veinte" -> 20;
      case "menos cuarto" -> -15;
      case "menos diez" -> -10;
      default -> -20;
    };
  }

  /** Midnight and noon are the same place on it. */
  static int onDial(int hour, int minute) {
    return Math.floorMod(hour * 60 + minute, DIAL);
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private static Set<Long> amounts(String plain) {
    return Stream.of(AMOUNT, AMOUNT_AFTER_SIGN)
        .flatMap(pattern -> pattern.matcher(plain).results())
        .map(Statements::minorUnits)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static long minorUnits(MatchResult amount) {
    String whole = amount.group(1).replaceAll("[.,]", "");
    String cents = amount.group(2) == null ? "00" : (amount.group(2) + "0").substring(0, 2);
    return whole.length() > 12 ? -1 : Long.parseLong(whole) * 100 + Long.parseLong(cents);
  }

  private static Set<String> numbers(String plain) {
    return TELEPHONE
        .matcher(plain)
        .results()
        .map(found -> found.group().replaceAll("\\D", ""))
        .map(digits -> digits.substring(Math.max(0, digits.length() - TOLD_APART)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<NamedDay> days(String plain) {
    Set<NamedDay> days = new java.util.HashSet<>();
    for (Pattern dayFirst : List.of(SPANISH_DAY, ENGLISH_DAY)) {
      Matcher day = dayFirst.matcher(plain);
      while (day.find()) {
        add(days, day.group(1), day.group(2), day.group(3));
      }
    }
    Matcher day = AMERICAN_DAY.matcher(plain);
    while (day.find()) {
      add(days, day.group(1), day.group(3), day.group(2));
    }
    return days;
  }

  private static void add(Set<NamedDay> days, String weekday, String date, String month) {
    int at = MONTHS.indexOf(month);
    if (at < 0) {
      return;
    }
    try {
      DayOfWeek named = DayOfWeek.of(WEEKDAYS.indexOf(weekday) % 7 + 1);
      days.add(new NamedDay(named, MonthDay.of(at % 12 + 1, number(date))));
    } catch (DateTimeException notADay) {
      // such a date is no date
    }
  }
}
