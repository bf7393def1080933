package io.conserje.reservation;

import io.conserje.venue.VenueId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The one book of a house. That no table is kept for two parties at once, and that nothing counted
 * exceeds its limit, is the book's own guarantee and not the caller's care.
 */
public interface TableBook {

  /**
   * Does {@code work} as one piece, in the transaction of the caller if there is one; until that
   * ends nobody else changes the book of this house.
   */
  <T> T changing(VenueId venue, Supplier<T> work);

  /**
   * What overlaps {@code stretch}.
   *
   * @param except a reservation that is read over, or null
   */
  Page page(VenueId venue, Period stretch, Reservation except);

  /**
   * One look at the book before a table is kept.
   *
   * @param before what the call with this key did, if there was one
   * @param page what overlaps the stretch
   */
  record Opened(Optional<Reservation> before, Page page) {}

  Opened open(VenueId venue, String key, Period stretch);

  /**
   * One look at the book before a reservation is moved.
   *
   * @param before what the call with this key did, if there was one
   * @param asked the reservation of this reference
   */
  record Found(Optional<Reservation> before, Optional<Reservation> asked) {}

  Found find(VenueId venue, String key, String reference);

  /** What the call with this key did. */
  Optional<Reservation> byKey(VenueId venue, String key);

  /** Whether the house could write to this number; true where nobody is written to at all. */
  default boolean writesTo(VenueId venue, String phone) {
    return true;
  }

  /** The call with this key itself. */
  Optional<Act> act(VenueId venue, String key);

  Optional<Reservation> byReference(VenueId venue, String reference);

  /** Whose bookings were proved to be whose by their reference. */
  ReferenceChecks checks();

  /**
   * Reservations that keep a table and end after {@code now}, soonest first: those of this phone
   * (if not empty), those made in this conversation, and those whose reference passed in it.
   */
  List<Reservation> comingUp(VenueId venue, String phone, UUID conversation, Instant now);

  /**
   * The newest reservation of this phone or conversation that nobody said yes to in time, of those
   * whose own time is still to come.
   */
  Optional<Reservation> lastExpired(VenueId venue, String phone, UUID conversation, Instant now);

  /** The last table at which somebody of this phone sat. */
  default Optional<Reservation> lastVisit(VenueId venue, String phone) {
    return Optional.empty();
  }

  /** Reservations whose time to be confirmed is over. */
  List<Reservation> lapsed(VenueId venue, Instant now);

  Reservation write(Entry entry, Act act);

  /** Gives a reservation another time, party or place; its standing stays. */
  Reservation rewrite(Reservation before, Entry entry, Act act);

  /** Writes down what the house should know; time, party and place stay. */
  Reservation describe(Reservation before, Reservation.Details details, Act act);

  /**
   * Moves a reservation on; where its new state keeps no table, the table is free. A party that
   * sits down before its time keeps its table from that minute on.
   */
  Reservation move(Reservation before, Standing next, Act act);

  List<Block> blocks(VenueId venue, Period stretch);

  void block(VenueId venue, Block block);

  /** False when there is no such block. */
  boolean unblock(VenueId venue, UUID block);
}
