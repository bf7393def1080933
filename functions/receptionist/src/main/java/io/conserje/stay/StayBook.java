package io.conserje.stay;

import io.conserje.reservation.ReferenceChecks;
import io.conserje.venue.Venue;
import io.conserje.venue.VenueId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The one book of a hotel's rooms. That no room is kept for two stays at once, and no type sold
 * beyond its allotment, is the book's own guarantee, not the caller's care.
 */
public interface StayBook {

  /**
   * Everything in {@code work} commits together or not at all, takes part in the caller's
   * transaction if there is one, and runs while nobody else changes a stay of this house.
   */
  <T> T alone(VenueId venue, Supplier<T> work);

  /** What is kept and sold from the night of {@code from} to the morning of {@code to}. */
  Occupancy occupancy(Venue venue, LocalDate from, LocalDate to);

  /** The stay as it is now, with which an act of the same verb and key was done before. */
  Optional<Stay> didBefore(VenueId venue, Act act);

  Optional<Stay> byReference(VenueId venue, String reference);

  /** Whose bookings were proved to be whose by their reference. */
  ReferenceChecks checks();

  /**
   * Stays that are not over, the soonest first: of this phone (if not empty), made in this
   * conversation, or whose reference passed in it.
   */
  List<Stay> comingUp(VenueId venue, String phone, UUID conversation, LocalDate today);

  /** References of stays that are held or pending though their time is over. */
  List<String> overdue(VenueId venue, Instant now);

  /** Writes a new stay, draws its reference, and moves others as planned. */
  Stay write(Venue venue, Stay draft, List<RoomClaim> moved, Act act);

  /** Writes what has become of a stay. */
  Stay save(Venue venue, Stay before, Stay after, List<RoomClaim> moved, Act act);
}
