package io.conserje.reservation;

import io.conserje.reservation.Evening.Verdict;
import io.conserje.reservation.Outcome.Refused;
import io.conserje.venue.HouseRules;
import io.conserje.venue.OpeningHours.Arrival;
import io.conserje.venue.Venue;
import io.conserje.venue.VenueId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Says whether a table is free, without keeping it. */
public final class FindTable {

  /** Reasons another time or place would be a remedy for. */
  private static final Set<Refusal> REMEDIES =
      EnumSet.of(
          Refusal.FULL,
          Refusal.CLOSED,
          Refusal.BETWEEN_SITTINGS,
          Refusal.OFF_THE_QUARTER,
          Refusal.TOO_SOON,
          Refusal.NO_PETS_THERE,
          Refusal.NO_HIGH_CHAIR);

  private final TableBook book;

  private static final int MOST_HOUSES = 100;

  /** The places of the houses asked about; the same until a house is read anew. */
  private final Map<VenueId, Places> known = new ConcurrentHashMap<>();

  public FindTable(TableBook book) {
    this.book = book;
  }

  /** Why the wish cannot be met and what could be instead; empty when a table is free. */
  public Optional<Refused> refusal(Wish wish) {
    Verdict verdict = look(wish, null);
    return verdict.plan() != null ? Optional.empty() : Optional.of(refused(wish, verdict, null));
  }

  /**
   * What a look at the book says to a wish.
   *
   * @param tell what the guest would have to know; null when there is no table
   * @param refused why there is none and what could be instead; null when there is one
   */
  public record Found(ToTell tell, Refused refused) {}

  public Found ask(Wish wish) {
    Verdict verdict = look(wish, null);
    return verdict.plan() == null
        ? new Found(null, refused(wish, verdict, null))
        : new Found(ToTell.of(wish, verdict.plan(), Reservation.Details.NONE), null);
  }

  /** One look at the book, for many wishes from one day to another. */
  public Predicate<Wish> free(Venue venue, LocalDate from, LocalDate to) {
    return evening(venue, FreeTimes.stretch(venue, from, to), null)::free;
  }

  /** Why the wish cannot be met, without looking for anything else; empty when a table is free. */
  public Optional<Refusal> why(Wish wish) {
    return Optional.ofNullable(look(wish, null).refusal());
  }

  /** Why no day would do for such a party; empty when it depends on the book. */
  Optional<Refusal> never(Wish wish) {
    Optional<Refusal> rule = BookingRules.never(wish);
    if (rule.isPresent()) {
      return rule;
    }
    Places all = places(wish.venue());
    if (!all.seat(wish.party().size())) {
      return Optional.of(Refusal.PARTY_TOO_LARGE);
    }
    return all.forParty(wish.answeredFor()).isEmpty()
        ? Optional.of(Refusal.NO_SUITABLE_TABLE)
        : Optional.empty();
  }

  /** Whether a table is free, without looking for anything else. */
  public boolean free(Wish wish) {
    return look(wish, null).plan() != null;
  }

  /**
   * One look at the book around a wish.
   *
   * @param except a reservation that would give up its own place for it, or null
   */
  Verdict look(Wish wish, Reservation except) {
    return BookingRules.refusal(wish)
        .map(Verdict::no)
        .orElseGet(() -> evening(wish.venue(), around(wish), except).judge(wish));
  }

  /**
   * What could be instead, looked for where the wish itself was, as far as that goes.
   *
   * @param except as in {@link #look}
   */
  Refused refused(Wish wish, Verdict verdict, Reservation except) {
    Refusal why = verdict.refusal();
    if (!REMEDIES.contains(why) || wish.party().size() < 1) {
      return new Refused(why);
    }
    Evening seen =
        verdict.seen() == null ? evening(wish.venue(), around(wish), except) : verdict.seen();
    return new Refused(
        why, Alternatives.to(wish, seen, later -> evening(wish.venue(), later, except)));
  }

  Evening evening(Venue venue, Period stretch, Reservation except) {
    return evening(venue, book.page(venue.id(), stretch, except));
  }

  Evening evening(Venue venue, Page page) {
    return new Evening(places(venue), page);
  }

  private Places places(Venue venue) {
    Places places = known.get(venue.id());
    if (places == null || places.venue() != venue) {
      if (known.size() >= MOST_HOUSES) {
        known.clear();
      }
      places = new Places(venue);
      known.put(venue.id(), places);
    }
    return places;
  }

  /**
   * The day of a wish and what is around its time: wide enough to see what else there is that day,
   * and where the parties in the way could sit instead.
   */
  Period around(Wish wish) {
    Period claim = wish.claim();
    Duration longest = longest(wish.venue().rules());
    List<Arrival> arrivals = places(wish.venue()).arrivals(wish.day());
    Instant from = claim.from();
    Instant to = claim.to();
    if (!arrivals.isEmpty()) {
      from = earlier(from, arrivals.getFirst().at().toInstant());
      to = later(to, arrivals.getLast().at().toInstant().plus(longest));
    }
    return new Period(from.minus(longest), to.plus(longest));
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Duration longest(HouseRules rules) {
    Duration longest = Duration.ZERO;
    for (var stay : rules.stays()) {
      longest = max(longest, stay.usual());
      for (Duration other : stay.byService().values()) {
        longest = max(longest, other);
      }
    }
    return longest.plus(rules.buffer());
  }

  private static Duration max(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
