package io.conserje.conversation.builtin;

import io.conserje.conversation.builtin.DateWords.Day;
import io.conserje.venue.Holidays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;

/** Finds a week whose days are named apart: {@code la semana del 7 de diciembre}. */
final class WeekWords {

  private static final List<Set<String>> COUNTED =
      List.of(
          Set.of("primera", "first"),
          Set.of("segunda", "second"),
          Set.of("tercera", "third"),
          Set.of("cuarta", "fourth"),
          Set.of("ultima", "last"));

  private WeekWords() {}

  /** {@code la segunda semana de febrero}: the second that begins in it. */
  private static Hit<LocalDate> ofMonth(Words words, int i, LocalDate today) {
    Month month = words.is(i + 1, "de", "of", "in") ? Calendar.month(words.plain(i + 2)) : null;
    int count = 0;
    while (count < COUNTED.size() && !COUNTED.get(count).contains(words.plain(i - 1))) {
      count++;
    }
    if (month == null || count == COUNTED.size()) {
      return null;
    }
    YearMonth when = YearMonth.from(today);
    while (when.getMonth() != month) {
      when = when.plusMonths(1);
    }
    LocalDate monday =
        count == COUNTED.size() - 1
            ? when.atEndOfMonth().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
            : when.atDay(1).with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY)).plusWeeks(count);
    return new Hit<>(i - 1, i + 3, monday);
  }

  /** Its Monday, the words taken out; or null. */
  static LocalDate in(Words words, Tongue tongue, LocalDate today) {
    for (int i = 0; i < words.size(); i++) {
      if (!words.is(i, "semana", "week") || words.is(i - 1, "de") && words.is(i - 2, "fin")) {
        continue;
      }
      if (words.is(i + 1, "after") && words.is(i + 2, "next")) {
        words.use(i, i + 3);
        return today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).plusWeeks(1);
      }
      boolean coming =
          words.is(i + 1, "que") && words.is(i + 2, "viene")
              || words.is(i - 1, "proxima", "next")
              || words.is(i + 1, "proxima", "siguiente");
      if (coming) {
        words.use(
            words.is(i - 1, "proxima", "next") ? i - 1 : i, i + (words.is(i + 1, "que") ? 3 : 1));
        return today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
      }
      Hit<LocalDate> counted = ofMonth(words, i, today);
      if (counted != null) {
        words.use(counted);
        return counted.value();
      }
      int at = words.is(i + 1, "del", "de", "of", "starting", "beginning") ? i + 2 : i + 1;
      Hit<Day> day = at == i + 1 ? null : DateWords.at(words, at, tongue, today, Holidays.NONE);
      day =
          day != null || at == i + 1
              ? day
              : DateWords.at(words, at - 1, tongue, today, Holidays.NONE);
      if (day != null) {
        words.use(i, day.to());
        return day.value().date().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      }
    }
    return null;
  }
}
