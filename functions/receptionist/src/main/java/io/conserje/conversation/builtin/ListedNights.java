package io.conserje.conversation.builtin;

import io.conserje.conversation.builtin.DateWords.Day;
import java.time.LocalDate;

/** {@code el martes y el miércoles}: days named one after the other are a night each. */
final class ListedNights {

  private final Words words;
  private int nights = 1;

  ListedNights(Words words) {
    this.words = words;
  }

  /** Whether a day is joined to the one before. */
  boolean has(int day) {
    int at = day;
    while (words.is(at - 1, "el", "la", "noche", "del", "de", "on", "the", "night", "of")) {
      at--;
    }
    return words.is(at - 1, "y", "e", "and");
  }

  void add(Hit<Day> day, LocalDate arrival) {
    boolean night = Calendar.day(words.plain(day.to() - 1)) != null || tellsNights();
    if (night && has(day.from()) && day.value().date().equals(arrival.plusDays(nights))) {
      nights++;
    }
  }

  /** Without it {@code el 19 y el 20} may as well be coming and going. */
  private boolean tellsNights() {
    for (int i = 0; i < words.size(); i++) {
      if (words.is(i, "noche", "noches", "night", "nights", "pasado")) {
        return true;
      }
    }
    return false;
  }

  /** Null if no more than one was named. */
  Integer nights() {
    return nights > 1 ? nights : null;
  }
}
