package io.conserje.reservation;

import io.conserje.guest.Guest;
import io.conserje.reservation.Booking.Booked;
import io.conserje.reservation.Booking.Refused;
import io.conserje.venue.Channel;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps a table for a party. */
public final class ReserveTable {

  private static final int LONGEST_NAME = 80;

  private final TableBook book;
  private final FindTable find;

  public ReserveTable(TableBook book) {
    this.book = book;
    this.find = new FindTable(book);
  }

  /** Who books, over what. */
  public record For(Guest guest, String notes, Channel channel, UUID conversation) {}

  /**
   * Books, or says why not. Called again with the same key it says again what it did.
   *
   * @param key the call this comes from
   */
  public Booking book(Wish wish, For who, String key) {
    Optional<Reservation> before = book.byKey(wish.venue().id(), key);
    if (before.isPresent()) {
      return new Booked(before.get());
    }
    if (who.guest().name().isBlank() || who.guest().name().length() > LONGEST_NAME) {
      return new Refused(Refusal.NAME_MISSING, List.of());
    }
    FindTable.Look look = find.look(wish);
    if (look.refusal().isPresent()) {
      return look.refusal().get();
    }
    return book.reserve(draft(wish, who), look.candidates(), key)
        .<Booking>map(Booked::new)
        .orElseGet(() -> takenMeanwhile(wish));
  }

  /** Every table that was free a moment ago went to somebody else. */
  private Booking takenMeanwhile(Wish wish) {
    return find.refusal(wish).orElseGet(() -> new Refused(Refusal.FULL, List.of()));
  }

  private static Draft draft(Wish wish, For who) {
    return new Draft(
        wish.venue().id(),
        wish.period(),
        wish.partySize(),
        who.guest(),
        who.notes(),
        who.channel(),
        who.conversation(),
        wish.now());
  }
}
