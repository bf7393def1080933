package io.conserje.reservation;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The nearest times to a wish that are really free: first the same day, then the days after it. */
final class Alternatives {

  private static final int OFFERED = 3;
  private static final int DAYS_LOOKED_AT = 8;

  private Alternatives() {}

  /** How much of the book has to be read to answer {@link #to}. */
  static Period stretch(Wish wish) {
    ZonedDateTime midnight = wish.at().toLocalDate().atStartOfDay(wish.venue().zone());
    return new Period(
        midnight.minusDays(1).toInstant(), midnight.plusDays(DAYS_LOOKED_AT + 1).toInstant());
  }

  static List<ZonedDateTime> to(Wish wish, FreeTables free) {
    List<ZonedDateTime> found = new ArrayList<>();
    for (int days = 0; days < DAYS_LOOKED_AT && found.isEmpty(); days++) {
      found.addAll(onDay(wish, wish.at().toLocalDate().plusDays(days), free));
    }
    return found;
  }

  private static List<ZonedDateTime> onDay(Wish wish, LocalDate day, FreeTables free) {
    ZonedDateTime ideal = day.atTime(wish.at().toLocalTime()).atZone(wish.venue().zone());
    return wish.venue().hours().slots(day, wish.venue().zone()).stream()
        .filter(slot -> possible(wish.at(slot), free))
        .sorted(Comparator.comparing(slot -> Duration.between(ideal, slot).abs()))
        .limit(OFFERED)
        .toList();
  }

  private static boolean possible(Wish wish, FreeTables free) {
    return BookingRules.refusal(wish).isEmpty() && !free.forWish(wish).isEmpty();
  }
}
