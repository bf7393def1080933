package io.conserje.conversation.builtin;

import io.conserje.conversation.builtin.DateWords.Day;
import io.conserje.venue.Holidays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * Joins what says one day twice: {@code el sábado que viene, el 28}, {@code dentro de dos semanas,
 * el viernes}.
 */
final class SameDay {

  private SameDay() {}

  /** {@code our flight is on the Sunday, so make it Sunday 13th}: one day, told twice. */
  static boolean datedLater(Words words, Hit<Day> day, Tongue tongue, LocalDate today) {
    DayOfWeek weekday = Calendar.day(words.plain(day.to() - 1));
    for (int i = day.to(); weekday != null && i < words.size(); i++) {
      Hit<Day> later = DateWords.at(words, i, tongue, today, Holidays.NONE);
      if (later != null && later.to() > i + 1 && later.value().weekday() == weekday) {
        return true;
      }
      boolean same = later != null && later.value().date().getDayOfWeek() == weekday;
      if (same && !weekdayOnly(words, later) && thatIs(words, day.to(), i)) {
        return true;
      }
    }
    return false;
  }

  /** {@code Friday, that's the 11th of December}, {@code el viernes, o sea el 11}. */
  private static boolean thatIs(Words words, int from, int to) {
    for (int i = from; i < to; i++) {
      boolean joins =
          words.is(
              i, "that", "thats", "is", "s", "which", "so", "the", "o", "sea", "es", "decir", "el",
              "dia", "que");
      if (!joins) {
        return false;
      }
    }
    return to - from <= 4;
  }

  static List<Hit<Day>> joined(Words words, List<Hit<Day>> hits) {
    List<Hit<Day>> joined = new ArrayList<>();
    for (Hit<Day> hit : hits) {
      Hit<Day> one =
          joined.isEmpty() || hit.from() - joined.getLast().to() > 4
              ? null
              : one(words, joined.getLast(), hit);
      if (one != null) {
        joined.removeLast();
      }
      joined.add(one != null ? one : hit);
    }
    return joined;
  }

  private static Hit<Day> one(Words words, Hit<Day> before, Hit<Day> after) {
    boolean same = dayOfWeek(before) == dayOfWeek(after);
    if (weekdayOnly(words, before) && !weekdayOnly(words, after)) {
      if (weeks(words, after)) {
        return new Hit<>(before.from(), after.to(), inWeekOf(after, dayOfWeek(before)));
      }
      return same && !near(words, after)
          ? new Hit<>(before.from(), after.to(), after.value())
          : null;
    }
    if (weekdayOnly(words, after)) {
      if (weeks(words, before)) {
        return new Hit<>(before.from(), after.to(), inWeekOf(before, dayOfWeek(after)));
      }
      return same ? new Hit<>(before.from(), after.to(), before.value()) : null;
    }
    return null;
  }

  private static Day inWeekOf(Hit<Day> week, DayOfWeek day) {
    LocalDate monday = week.value().date().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return Day.of(monday.with(TemporalAdjusters.nextOrSame(day)));
  }

  private static DayOfWeek dayOfWeek(Hit<Day> hit) {
    return hit.value().date().getDayOfWeek();
  }

  private static boolean weekdayOnly(Words words, Hit<Day> hit) {
    boolean weekday = false;
    for (int i = hit.from(); i < hit.to(); i++) {
      String plain = words.plain(i);
      weekday |= Calendar.day(plain) != null;
      if (Calendar.month(plain) != null
          || Numbers.words().contains(plain)
          || Character.isDigit(plain.charAt(0))) {
        return false;
      }
    }
    return weekday;
  }

  private static boolean near(Words words, Hit<Day> hit) {
    return words.is(hit.to() - 1, "hoy", "manana", "today", "tomorrow", "tonight");
  }

  private static boolean weeks(Words words, Hit<Day> hit) {
    return words.is(hit.to() - 1, "semanas", "semana", "weeks", "week");
  }
}
