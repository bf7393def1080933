package io.conserje.conversation.builtin;

import io.conserje.conversation.builtin.DateWords.Day;
import io.conserje.conversation.builtin.RangeWords.Range;
import io.conserje.venue.Holidays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/** Finds a weekend, from Friday to Sunday: {@code este finde}, {@code el finde del 18}. */
final class WeekendWords {

  private WeekendWords() {}

  static Range in(Words words, Tongue tongue, LocalDate today) {
    for (int i = 0; i < words.size(); i++) {
      boolean spanish = words.is(i, "fin") && words.is(i + 2, "semana");
      if (!words.is(i, "weekend") && !spanish) {
        continue;
      }
      int end = spanish ? i + 3 : i + 1;
      LocalDate named = named(words, i, end, tongue, today);
      if (named != null) {
        words.use(i, end);
        return from(named);
      }
      boolean next =
          words.is(i - 1, "proximo", "next") || words.is(end, "que") || words.is(end, "proximo");
      int dayAt = words.is(end, "del", "de", "of") ? end + 1 : end;
      Hit<Day> day = dayAt == end ? null : dayAt(words, dayAt, tongue, today);
      words.use(i, day == null ? end : day.to());
      return from(day == null ? coming(today, next) : friday(day.value().date()));
    }
    return null;
  }

  /** The Friday of a weekend that is told by its month, a feast or a day; or null. */
  static LocalDate named(Words words, Tongue tongue, LocalDate today) {
    for (int i = 0; i < words.size(); i++) {
      boolean spanish = words.is(i, "fin") && words.is(i + 2, "semana");
      if (words.is(i, "weekend") || spanish) {
        return named(words, i, spanish ? i + 3 : i + 1, tongue, today);
      }
    }
    return null;
  }

  private static LocalDate named(Words words, int at, int end, Tongue tongue, LocalDate today) {
    LocalDate counted = ofMonth(words, at, end, today);
    if (counted != null) {
      return counted;
    }
    int of = words.is(end, "del", "de", "of", "for") ? end + 1 : end;
    if (of < words.size()) {
      String rest = Tokens.plain(words.said(of, Math.min(words.size(), of + 3)));
      LocalDate feast = FeastDays.feast(rest, today);
      if (feast != null && of > end) {
        return about(feast);
      }
    }
    boolean that = words.is(at - 1, "that", "ese", "mismo");
    for (int i = 0; that && i < words.size(); i++) {
      Hit<Day> day = DateWords.at(words, i, tongue, today, Holidays.NONE);
      if (day != null) {
        words.use(day);
        return about(day.value().date());
      }
    }
    return null;
  }

  private static final List<List<String>> PLACES =
      List.of(
          List.of("primer", "primero", "first"),
          List.of("segundo", "second"),
          List.of("tercer", "tercero", "third"),
          List.of("cuarto", "fourth"),
          List.of("ultimo", "last"));

  private static final int WITHIN = 5;

  /** {@code el segundo fin de semana de marzo}, {@code un finde, el segundo de marzo}; or null. */
  private static LocalDate ofMonth(Words words, int at, int end, LocalDate today) {
    int place = place(words, at - 1);
    int after = at;
    for (int i = end; place < 0 && i < end + WITHIN; i++) {
      place = words.is(i - 1, "el", "the") ? place(words, i) : -1;
      after = i;
    }
    Month month = null;
    for (int i = Math.max(end, after); place >= 0 && month == null && i < after + WITHIN; i++) {
      month = words.is(i - 1, "de", "of", "in", "en") ? Calendar.month(words.plain(i)) : null;
    }
    if (month == null) {
      return null;
    }
    YearMonth in = YearMonth.from(today).withMonth(month.getValue());
    in = in.atEndOfMonth().isBefore(today) ? in.plusYears(1) : in;
    boolean last = place == PLACES.size() - 1;
    return last
        ? in.atEndOfMonth().with(TemporalAdjusters.previousOrSame(DayOfWeek.SATURDAY)).minusDays(1)
        : in.atDay(1)
            .with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY))
            .plusWeeks(place)
            .minusDays(1);
  }

  private static int place(Words words, int i) {
    for (int place = 0; place < PLACES.size(); place++) {
      if (PLACES.get(place).contains(words.plain(i))) {
        return place;
      }
    }
    return -1;
  }

  /** The Friday of the weekend nearest to a day. */
  private static LocalDate about(LocalDate day) {
    boolean before = day.getDayOfWeek().compareTo(DayOfWeek.TUESDAY) <= 0;
    LocalDate friday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.FRIDAY));
    boolean on = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) >= 0;
    return before || on ? friday : day.with(TemporalAdjusters.next(DayOfWeek.FRIDAY));
  }

  private static Hit<Day> dayAt(Words words, int i, Tongue tongue, LocalDate today) {
    Hit<Day> day = DateWords.at(words, i, tongue, today, Holidays.NONE);
    return day != null ? day : DateWords.at(words, i - 1, tongue, today, Holidays.NONE);
  }

  private static LocalDate coming(LocalDate today, boolean next) {
    LocalDate friday = friday(today);
    boolean onIt = today.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) >= 0;
    LocalDate coming = onIt && !next ? today : today.with(TemporalAdjusters.next(DayOfWeek.FRIDAY));
    return onIt && !next && today.getDayOfWeek() == DayOfWeek.SUNDAY ? friday.plusWeeks(1) : coming;
  }

  private static LocalDate friday(LocalDate date) {
    return date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) >= 0
        ? date.with(TemporalAdjusters.previousOrSame(DayOfWeek.FRIDAY))
        : date;
  }

  private static Range from(LocalDate first) {
    return new Range(first, first.with(TemporalAdjusters.next(DayOfWeek.SUNDAY)));
  }
}
