package io.conserje.conversation.builtin;

import io.conserje.conversation.builtin.DateWords.Day;
import io.conserje.venue.Holidays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** Finds a week whose days are named apart: {@code la semana del 7 de diciembre}. */
final class WeekWords {

  private WeekWords() {}

  /** Its Monday, the words taken out; or null. */
  static LocalDate in(Words words, Tongue tongue, LocalDate today) {
    for (int i = 0; i < words.size(); i++) {
      if (!words.is(i, "semana", "week") || words.is(i - 1, "de") && words.is(i - 2, "fin")) {
        continue;
      }
      boolean coming =
          words.is(i + 1, "que") && words.is(i + 2, "viene")
              || words.is(i - 1, "proxima", "next")
              || words.is(i + 1, "proxima", "siguiente");
      if (coming) {
        words.use(words.is(i - 1, "proxima", "next") ? i - 1 : i, i + (words.is(i + 1, "que") ? 3 : 1));
        return today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
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
