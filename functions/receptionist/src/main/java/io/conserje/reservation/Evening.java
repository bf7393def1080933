package io.conserje.reservation;

import io.conserje.reservation.Count.Kind;
import io.conserje.venue.OpeningHours.Arrival;
import io.conserje.venue.Venue;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** One look at the book, and what it answers to a wish. */
final class Evening {

  private final Venue venue;
  private final Page page;
  private final Places places;
  private final Seating seating;

  Evening(Places places, Page page) {
    this.venue = places.venue();
    this.page = page;
    this.places = places;
    this.seating = new Seating(places, page);
  }

  /**
   * A plan, or why there is none.
   *
   * @param seen where it was looked for; null when that was not necessary
   */
  record Verdict(Plan plan, Refusal refusal, Evening seen) {
    static Verdict no(Refusal refusal) {
      return new Verdict(null, refusal, null);
    }
  }

  Verdict judge(Wish wish) {
    Optional<Refusal> rule = BookingRules.refusal(wish);
    if (rule.isPresent()) {
      return no(rule.get());
    }
    if (!places.seat(wish.party().size())) {
      return no(Refusal.PARTY_TOO_LARGE);
    }
    List<Place> suitable = places.forParty(wish);
    if (suitable.isEmpty() && places.forParty(wish.in("")).isEmpty()) {
      return no(Refusal.NO_SUITABLE_TABLE);
    }
    for (Count count : Count.of(wish.party(), wish.period())) {
      if (exceeds(count)) {
        return no(count.kind() == Kind.HIGH_CHAIRS ? Refusal.NO_HIGH_CHAIR : Refusal.FULL);
      }
    }
    return seating
        .plan(wish, suitable)
        .map(plan -> new Verdict(plan, null, this))
        .orElseGet(() -> no(Refusal.FULL));
  }

  private Verdict no(Refusal refusal) {
    return new Verdict(null, refusal, this);
  }

  List<Arrival> arrivals(LocalDate day) {
    return places.arrivals(day);
  }

  boolean free(Wish wish) {
    return judge(wish).plan() != null;
  }

  private boolean exceeds(Count count) {
    int most = count.kind().most(venue.rules());
    return page.counted(count.kind(), count.quarter()) + count.number() > most;
  }
}
