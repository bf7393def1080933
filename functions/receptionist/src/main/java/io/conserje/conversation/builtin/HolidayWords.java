package io.conserje.conversation.builtin;

import io.conserje.knowledge.Lately;
import io.conserje.venue.Easter;
import io.conserje.venue.Holiday;
import io.conserje.venue.Holidays;
import java.time.LocalDate;
import java.util.List;

/** Feasts that move with Easter, and those of the house's own calendar by their names. */
final class HolidayWords {

  /** Days after Easter Sunday. */
  private static final PhraseTable<Integer> EASTER =
      new PhraseTable<Integer>()
          .add(-3, "jueves santo|maundy thursday|holy thursday")
          .add(-2, "viernes santo|good friday")
          .add(0, "domingo de pascua|domingo de resurreccion|easter sunday|easter day")
          .add(1, "lunes de pascua|easter monday");

  /** The words of a feast's name. */
  private static final Lately<String[]> NAMES =
      new Lately<>(1024, name -> Tokens.plain(name).split("[^a-z0-9]+"));

  private HolidayWords() {}

  static Hit<LocalDate> at(Words words, int i, Holidays holidays, LocalDate today) {
    Hit<Integer> moved = EASTER.at(words, i);
    if (moved != null) {
      LocalDate date = Easter.sunday(today.getYear()).plusDays(moved.value());
      boolean over = date.isBefore(today);
      LocalDate next = Easter.sunday(today.getYear() + 1).plusDays(moved.value());
      return new Hit<>(i, moved.to(), over ? next : date);
    }
    for (Holiday holiday : holidays.all()) {
      String[] name = NAMES.of(holiday.name());
      if (words.follows(i, name) && !(name.length == 1 && mayBeAnybody(words, i))) {
        LocalDate date = next(holiday, today);
        return date == null ? null : new Hit<>(i, i + name.length, date);
      }
    }
    return null;
  }

  private static boolean mayBeAnybody(Words words, int i) {
    return FirstNames.has(words.plain(i)) && !words.is(i - 1, "la", "el", "de", "en", "por");
  }

  private static LocalDate next(Holiday holiday, LocalDate today) {
    List<LocalDate> dates = today.datesUntil(today.plusYears(1)).filter(holiday::on).toList();
    return dates.isEmpty() ? null : dates.getFirst();
  }
}
