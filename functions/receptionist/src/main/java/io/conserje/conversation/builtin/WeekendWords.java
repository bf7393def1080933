package io.conserje.conversation.builtin;

import io.conserje.conversation.builtin.DateWords.Day;
import io.conserje.conversation.builtin.RangeWords.Range;
import io.conserje.venue.Holidays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

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
      boolean next =
          words.is(i - 1, "proximo", "next") || words.is(end, "que") || words.is(end, "proximo");
      int dayAt = words.is(end, "del", "de", "of") ? end + 1 : end;
      Hit<Day> day = dayAt == end ? null : dayAt(words, dayAt, tongue, today);
      words.use(i, day == null ? end : day.to());
      return from(day == null ? coming(today, next) : friday(day.value().date()));
    }
    return null;
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
