package io.conserje.reservation;

import io.conserje.venue.Sitting;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a good maître d' would offer instead of what cannot be had: the nearest time before and the
 * nearest after, the same time in another part of the house, another sitting of the day, other
 * times near it, then other days. Everything offered is really free.
 */
final class Alternatives {

  private static final int OFFERED = 3;
  private static final int DAYS_LOOKED_AT = 8;

  private final Wish wish;
  private final Evening days;
  private final LocalDateTime ideal;
  private final Set<Alternative> found = new LinkedHashSet<>();

  private Alternatives(Wish wish, Evening days) {
    this.wish = wish;
    this.days = days;
    this.ideal = wish.at();
  }

  /** How much of the book has to be read to answer {@link #to}. */
  static Period stretch(Wish wish) {
    ZonedDateTime midnight = day(wish).atStartOfDay(wish.venue().zone());
    return new Period(
        midnight.minusDays(1).toInstant(), midnight.plusDays(DAYS_LOOKED_AT + 2).toInstant());
  }

  static List<Alternative> to(Wish wish, Evening days) {
    return new Alternatives(wish, days).inOrder();
  }

  private static LocalDate day(Wish wish) {
    return wish.sitting() == null ? wish.at().toLocalDate() : wish.sitting().day();
  }

  private List<Alternative> inOrder() {
    List<Wish> same = free(day(wish), true);
    nearest(same.stream().filter(w -> w.at().isBefore(ideal))).ifPresent(this::offer);
    nearest(same.stream().filter(w -> w.at().isAfter(ideal))).ifPresent(this::offer);
    elsewhere().ifPresent(found::add);
    nearest(free(day(wish), false).stream()).ifPresent(this::offer);
    same.stream().sorted(byDistance()).forEach(this::offer);
    for (int later = 1; later < DAYS_LOOKED_AT && found.size() < OFFERED; later++) {
      nextDay(later);
    }
    return found.stream().limit(OFFERED).toList();
  }

  /** On a day that is no other's sitting, its time nearest to the wished one. */
  private void nextDay(int later) {
    LocalDate other = day(wish).plusDays(later);
    LocalDateTime sameTime = ideal.plusDays(later);
    slots(other)
        .filter(days::free)
        .min(Comparator.comparing(w -> Duration.between(sameTime, w.at()).abs()))
        .ifPresent(this::offer);
  }

  private Optional<Alternative> elsewhere() {
    if (wish.sitting() == null || wish.zone().isEmpty()) {
      return Optional.empty();
    }
    return wish.venue().room().tables().stream()
        .map(table -> table.zone())
        .distinct()
        .filter(zone -> !zone.equals(wish.zone()))
        .filter(zone -> days.free(wish.in(zone)))
        .findFirst()
        .map(zone -> new Alternative(ideal, zone));
  }

  private List<Wish> free(LocalDate day, boolean sameSitting) {
    return slots(day)
        .filter(w -> sameSitting == sameSitting(w))
        .filter(w -> !w.at().equals(ideal))
        .filter(days::free)
        .toList();
  }

  /** Who wished for a time outside of all sittings is as near to one as to another. */
  private boolean sameSitting(Wish other) {
    Sitting mine = wish.sitting();
    return mine == null
        || other.sitting().service().equals(mine.service())
            && other.sitting().number() == mine.number();
  }

  private Stream<Wish> slots(LocalDate day) {
    return wish.venue().hours().arrivals(day, wish.venue().zone()).stream()
        .map(arrival -> wish.at(arrival.at(), arrival.sitting()));
  }

  private Optional<Wish> nearest(Stream<Wish> wishes) {
    return wishes.min(byDistance());
  }

  private Comparator<Wish> byDistance() {
    return Comparator.comparing(w -> Duration.between(ideal, w.at()).abs());
  }

  private void offer(Wish other) {
    found.add(new Alternative(other.at(), ""));
  }
}
