package io.conserje.reservation;

import io.conserje.reservation.Booking.Refused;
import io.conserje.venue.DiningTable;
import java.util.List;
import java.util.Optional;

/** Says whether a table is free, without keeping it. */
public final class FindTable {

  private final TableBook book;

  public FindTable(TableBook book) {
    this.book = book;
  }

  /** Why the wish cannot be met and what could be instead; empty when a table is free. */
  public Optional<Refused> refusal(Wish wish) {
    return look(wish).refusal();
  }

  /** One look at the book. */
  record Look(List<DiningTable> candidates, Optional<Refused> refusal) {}

  Look look(Wish wish) {
    FreeTables free =
        new FreeTables(
            wish.venue().room().tables(),
            book.claims(wish.venue().id(), Alternatives.stretch(wish)));
    Optional<Refusal> rule = BookingRules.refusal(wish);
    if (rule.isPresent()) {
      return refused(rule.get(), wish, free);
    }
    if (!free.anySeats(wish.partySize())) {
      return refused(Refusal.PARTY_TOO_LARGE, wish, free);
    }
    List<DiningTable> candidates = free.forWish(wish);
    return candidates.isEmpty()
        ? refused(Refusal.FULL, wish, free)
        : new Look(candidates, Optional.empty());
  }

  private static Look refused(Refusal why, Wish wish, FreeTables free) {
    boolean useful = why == Refusal.FULL || why == Refusal.CLOSED || why == Refusal.TOO_SOON;
    return new Look(
        List.of(), Optional.of(new Refused(why, useful ? Alternatives.to(wish, free) : List.of())));
  }
}
