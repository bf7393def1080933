package io.conserje.reservation;

import io.conserje.venue.DiningTable;
import io.conserje.venue.VenueId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The one book of a house. Writing verbs take part in the transaction of the caller; that no table
 * is kept for two parties at once is the book's own guarantee, not the caller's care.
 */
public interface TableBook {

  /** Which tables are kept when, for everything that overlaps {@code period}. */
  List<TableClaim> claims(VenueId venue, Period period);

  /**
   * Writes the reservation and keeps the first of {@code candidates} that is free for its period;
   * empty when none is. Asked again with the same {@code key}, it returns what it did the first
   * time.
   */
  Optional<Reservation> reserve(Draft draft, List<DiningTable> candidates, String key);

  Optional<Reservation> byKey(VenueId venue, String key);

  Optional<Reservation> byReference(VenueId venue, String reference);

  /**
   * Reservations that keep a table and end after {@code now}, soonest first: those of this phone
   * (if not empty) and those made in this conversation.
   */
  List<Reservation> comingUp(VenueId venue, String phone, UUID conversation, Instant now);

  /**
   * Moves a reservation on and, where its new state keeps no table, frees it; false when it had
   * already moved.
   */
  boolean move(
      Reservation reservation, ReservationStatus next, String who, String why, Instant now);
}
