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
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a good maître d' would offer instead of what cannot be had: the nearest time before and the
 * nearest after, the same time in another part of the house, another sitting of the day, other
 * times near it, then other days. Everything offered is really free.
 */
final class Alternatives {

  private static final int OFFERED = 3;
  private static final int DAYS_LOOKED_AT = 8;

  /** The next days are nearly always enough; those after them are read only when not. */
  private static final int SOON = 2;

  private final Wish wish;
  private final Function<Period, Evening> book;
  private Evening days;
  private final LocalDateTime ideal;
  private final Set<Alternative> found = new LinkedHashSet<>();

  private Alternatives(Wish wish, Evening day, Function<Period, Evening> book) {
    this.wish = wish;
    this.days = day;
    this.book = book;
    this.ideal = wish.at();
  }

  /**
   * @param day where the wish itself was looked for, and its whole day can be seen
   * @param book asked for the days after it, and only if that is not enough
   */
  static List<Alternative> to(Wish wish, Evening day, Function<Period, Evening> book) {
    return new Alternatives(wish, day, book).inOrder();
  }

  /** Wide enough for what begins the evening before or ends in the small hours. */
  private Period stretch(int from, int to) {
    ZonedDateTime midnight = wish.day().atStartOfDay(wish.venue().zone());
    return new Period(
        midnight.plusDays(from - 1L).toInstant(), midnight.plusDays(to + 2L).toInstant());
  }

  private List<Alternative> inOrder() {
    List<Wish> same = near(wish.day(), ideal, this::sameSitting);
    firstFree(same.stream().filter(w -> w.at().isBefore(ideal)));
    firstFree(same.stream().filter(w -> w.at().isAfter(ideal)));
    elsewhere().ifPresent(found::add);
    firstFree(near(wish.day(), ideal, other -> !sameSitting(other)).stream());
    same.forEach(this::offerIfFree);
    for (int later = 1; later < DAYS_LOOKED_AT && found.size() < OFFERED; later++) {
      if (later == 1) {
        days = book.apply(stretch(1, SOON));
      } else if (later == SOON + 1) {
        days = book.apply(stretch(later, DAYS_LOOKED_AT));
      }
      firstFree(near(wish.day().plusDays(later), ideal.plusDays(later), _ -> true).stream());
    }
    return found.stream().limit(OFFERED).toList();
  }

  /** The times of a day, the nearest first; whether they are free has not been looked at yet. */
  private List<Wish> near(LocalDate day, LocalDateTime time, Predicate<Wish> which) {
    return slots(day)
        .filter(which)
        .filter(w -> !w.at().equals(ideal))
        .sorted(Comparator.comparing(w -> Duration.between(time, w.at()).abs()))
        .toList();
  }

  private void firstFree(Stream<Wish> wishes) {
    if (found.size() < OFFERED) {
      wishes.filter(days::free).findFirst().ifPresent(this::offer);
    }
  }

  private void offerIfFree(Wish other) {
    if (found.size() < OFFERED && days.free(other)) {
      offer(other);
    }
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

  /** Who wished for a time outside of all sittings is as near to one as to another. */
  private boolean sameSitting(Wish other) {
    Sitting mine = wish.sitting();
    return mine == null
        || other.sitting().service().equals(mine.service())
            && other.sitting().number() == mine.number();
  }

  private Stream<Wish> slots(LocalDate day) {
    return days.arrivals(day).stream().map(arrival -> wish.at(arrival.at(), arrival.sitting()));
  }

  private void offer(Wish other) {
    found.add(new Alternative(other.at(), ""));
  }
}
