package io.conserje.conversation.builtin;

import io.conserje.conversation.builtin.DateWords.Day;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;

/**
 * Days that are counted from others: {@code de hoy en ocho}, {@code a week on Friday}, {@code el
 * primer sábado de diciembre}, {@code el 5 del mes que viene}.
 */
final class FarDays {

  private static final int LAST = -1;
  private static final Map<String, Integer> ORDINALS =
      Map.ofEntries(
          Map.entry("primer", 1),
          Map.entry("primero", 1),
          Map.entry("first", 1),
          Map.entry("segundo", 2),
          Map.entry("second", 2),
          Map.entry("tercer", 3),
          Map.entry("tercero", 3),
          Map.entry("third", 3),
          Map.entry("cuarto", 4),
          Map.entry("fourth", 4),
          Map.entry("ultimo", LAST),
          Map.entry("last", LAST));

  /** Months from this one. */
  private static final PhraseTable<Integer> MONTHS =
      new PhraseTable<Integer>()
          .add(0, "del mes|de este mes|of the month|of this month|in this month|del corriente")
          .add(1, "del mes que viene|del proximo mes|del que viene|of next month|in next month");

  private final Words words;
  private final Tongue tongue;
  private final LocalDate today;

  private FarDays(Words words, Tongue tongue, LocalDate today) {
    this.words = words;
    this.tongue = tongue;
    this.today = today;
  }

  static Hit<Day> at(Words words, int i, Tongue tongue, LocalDate today) {
    FarDays days = new FarDays(words, tongue, today);
    Hit<LocalDate> hit = days.inSomeTime(i);
    hit = hit != null ? hit : days.afterNext(i);
    hit = hit != null ? hit : days.eighth(i);
    hit = hit != null ? hit : days.weeksFrom(i);
    hit = hit != null ? hit : days.manyWeekdays(i);
    hit = hit != null ? hit : days.weekdayOfMonth(i);
    hit = hit != null ? hit : days.anyWeekdayOf(i);
    hit = hit != null ? hit : days.dayOfMonth(i);
    return hit == null ? null : new Hit<>(i, hit.to(), Day.of(hit.value()));
  }

  /** {@code dentro de tres días}, {@code in two weeks}. */
  private Hit<LocalDate> inSomeTime(int i) {
    int at = words.follows(i, "dentro", "de") ? i + 2 : words.is(i, "en", "in") ? i + 1 : -1;
    if (at < 0) {
      return null;
    }
    Hit<Integer> number =
        words.is(at, "a") ? new Hit<>(at, at + 1, 1) : Numbers.at(words, at, tongue);
    if (number == null) {
      return null;
    }
    LocalDate date =
        switch (words.plain(number.to())) {
          case "dia", "dias", "day", "days" -> today.plusDays(number.value());
          case "semana", "semanas", "week", "weeks" -> today.plusWeeks(number.value());
          case "quincena", "fortnight" -> today.plusWeeks(2);
          case "mes", "meses", "month", "months" -> today.plusMonths(number.value());
          default -> null;
        };
    return date == null ? null : new Hit<>(i, number.to() + 1, date);
  }

  /** {@code the Saturday after next}, {@code tomorrow week}. */
  private Hit<LocalDate> afterNext(int i) {
    if (words.is(i, "tomorrow", "today") && words.is(i + 1, "week") && !words.opens(i + 1)) {
      return new Hit<>(i, i + 2, base(i).plusWeeks(1));
    }
    DayOfWeek day = Calendar.day(words.plain(i));
    return day != null && words.follows(i + 1, "after", "next")
        ? new Hit<>(i, i + 3, today.with(TemporalAdjusters.next(day)).plusWeeks(1))
        : null;
  }

  /** {@code de hoy en ocho}, {@code el viernes en ocho}: seven days later, counted in full. */
  private Hit<LocalDate> eighth(int i) {
    int at = words.is(i, "de", "del") ? i + 1 : i;
    at = words.is(at, "el", "este") ? at + 1 : at;
    LocalDate base = base(at);
    if (base == null || !words.is(at + 1, "en")) {
      return null;
    }
    Hit<Integer> number = Numbers.at(words, at + 2, tongue);
    boolean counted = number != null && (number.value() == 8 || number.value() == 15);
    if (!counted) {
      return null;
    }
    int end = words.is(number.to(), "dias") ? number.to() + 1 : number.to();
    return new Hit<>(i, end, base.plusDays(number.value() - 1L));
  }

  private LocalDate base(int at) {
    if (words.is(at, "hoy", "today", "now")) {
      return today;
    }
    if (words.is(at, "manana", "tomorrow")) {
      return today.plusDays(1);
    }
    DayOfWeek day = Calendar.day(words.plain(at));
    return day == null ? null : today.with(TemporalAdjusters.next(day));
  }

  /** {@code a week from today}, {@code two weeks on Saturday}, {@code Friday week}. */
  private Hit<LocalDate> weeksFrom(int i) {
    if (Calendar.day(words.plain(i)) != null
        && words.is(i + 1, "week")
        && tongue == Tongue.ENGLISH) {
      return new Hit<>(i, i + 2, base(i).plusWeeks(1));
    }
    boolean one = words.is(i, "a", "una");
    Hit<Integer> number = one ? new Hit<>(i, i + 1, 1) : Numbers.at(words, i, tongue);
    if (number == null) {
      return null;
    }
    int at = number.to();
    int weeks = words.is(at, "fortnight") ? 2 : number.value();
    if (!words.is(at, "week", "weeks", "fortnight")) {
      return null;
    }
    at += words.is(at + 1, "from", "on", "after") ? 2 : 1;
    LocalDate base = base(words.is(at, "this") ? at + 1 : at);
    return base == null ? null : new Hit<>(i, at + 1, base.plusWeeks(weeks));
  }

  /** {@code dentro de dos viernes}, {@code two Fridays from now}. */
  private Hit<LocalDate> manyWeekdays(int i) {
    boolean within = words.follows(i, "dentro", "de");
    boolean away = words.follows(i, "de", "aqui", "a");
    Hit<Integer> number = Numbers.at(words, within ? i + 2 : away ? i + 3 : i, tongue);
    if (number == null || number.value() > 8) {
      return null;
    }
    String plain = words.plain(number.to());
    DayOfWeek day = Calendar.day(plain);
    day =
        day != null || !plain.endsWith("s")
            ? day
            : Calendar.day(plain.substring(0, plain.length() - 1));
    boolean ago = words.follows(number.to() + 1, "from", "now");
    if (day == null || !within && !away && !ago) {
      return null;
    }
    LocalDate date = today.with(TemporalAdjusters.next(day)).plusWeeks(number.value() - 1L);
    return new Hit<>(i, number.to() + (ago ? 3 : 1), date);
  }

  private Hit<LocalDate> weekdayOfMonth(int i) {
    int at = words.is(i, "el", "the") ? i + 1 : i;
    Integer ordinal = ORDINALS.get(words.plain(at));
    boolean digits =
        ordinal == null
            && words.is(at, "1", "2", "3", "4")
            && words.is(at + 1, "st", "nd", "rd", "th")
            && Calendar.day(words.plain(at + 2)) != null;
    ordinal = digits ? Integer.valueOf(words.plain(at)) : ordinal;
    at += digits ? 1 : 0;
    DayOfWeek day = ordinal == null ? null : Calendar.day(words.plain(at + 1));
    Hit<YearMonth> month = day == null ? null : month(at + 2);
    if (month == null) {
      return null;
    }
    LocalDate date = nth(month.value(), ordinal, day);
    boolean named = date.isBefore(today);
    return new Hit<>(i, month.to(), named ? nth(month.value().plusYears(1), ordinal, day) : date);
  }

  /** What {@code a Saturday night in February} costs, the first of them tells. */
  private Hit<LocalDate> anyWeekdayOf(int i) {
    boolean any = words.is(i, "a", "any", "some", "un", "algun", "cualquier");
    if (!any || !Price.asked(words.text())) {
      return null;
    }
    DayOfWeek day = Calendar.day(words.plain(i + 1));
    int at = words.is(i + 2, "night", "evening") ? i + 3 : i + 2;
    Hit<YearMonth> month = day != null && words.is(at, "de", "en", "in", "of") ? month(at) : null;
    if (month == null) {
      return null;
    }
    LocalDate first = nth(month.value(), 1, day);
    return new Hit<>(
        i, month.to(), first.isAfter(today) ? first : today.with(TemporalAdjusters.next(day)));
  }

  private static LocalDate nth(YearMonth month, int ordinal, DayOfWeek day) {
    LocalDate first = month.atDay(1);
    return ordinal == LAST
        ? first.with(TemporalAdjusters.lastInMonth(day))
        : first.with(TemporalAdjusters.dayOfWeekInMonth(ordinal, day));
  }

  /** {@code de diciembre}, {@code in May}, {@code del mes que viene}. */
  private Hit<YearMonth> month(int i) {
    Hit<Integer> away = MONTHS.at(words, i);
    if (away != null) {
      return new Hit<>(i, away.to(), YearMonth.from(today).plusMonths(away.value()));
    }
    int at = words.is(i, "de", "of", "in", "en") ? i + 1 : i;
    Month month = Calendar.month(words.plain(at));
    if (month == null) {
      return null;
    }
    YearMonth named = YearMonth.of(today.getYear(), month);
    return new Hit<>(i, at + 1, named.isBefore(YearMonth.from(today)) ? named.plusYears(1) : named);
  }

  private Hit<LocalDate> dayOfMonth(int i) {
    int at = words.is(i, "el", "the") ? i + 1 : i;
    at = words.is(at, "dia") ? at + 1 : at;
    Hit<Integer> day = Numbers.at(words, at, tongue);
    if (day == null || day.value() < 1 || day.value() > 31) {
      return null;
    }
    int next = words.is(day.to(), "st", "nd", "rd", "th") ? day.to() + 1 : day.to();
    Hit<Integer> away = MONTHS.at(words, next);
    YearMonth month = away == null ? null : YearMonth.from(today).plusMonths(away.value());
    return month == null || !month.isValidDay(day.value())
        ? null
        : new Hit<>(i, away.to(), month.atDay(day.value()));
  }
}
