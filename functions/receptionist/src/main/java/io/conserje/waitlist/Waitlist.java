package io.conserje.waitlist;

import io.conserje.reservation.Act;
import io.conserje.venue.Venue;
import io.conserje.venue.VenueId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who waits for a table, house by house. It is changed only within {@code TableBook.changing}: who
 * is next and which table is free are one question.
 */
public interface Waitlist {

  /** What the call with this key did. */
  Optional<WaitlistEntry> byKey(VenueId venue, String key);

  Optional<WaitlistEntry> byId(VenueId venue, UUID id);

  /** Who has been offered this reservation. */
  Optional<WaitlistEntry> byReservation(VenueId venue, UUID reservation);

  /** Those of this phone (if not empty) or conversation who wait or have an offer, in order. */
  List<WaitlistEntry> of(VenueId venue, String phone, UUID conversation);

  /** Everybody who joined for a day of the venue's calendar, in order, whatever became of them. */
  List<WaitlistEntry> on(VenueId venue, LocalDate day);

  /** Those who wait for these days, in order. */
  List<WaitlistEntry> waiting(VenueId venue, LocalDate from, LocalDate to);

  /** Those who wait for a time before {@code now}. */
  List<WaitlistEntry> over(VenueId venue, Instant now);

  /** 1 for the next in line of those who wait for a time of this window. */
  int position(WaitlistEntry entry);

  /** Puts somebody at the end of the line. */
  WaitlistEntry add(WaitlistEntry entry, Venue venue, Act act);

  WaitlistEntry move(WaitlistEntry before, InLine next, Act act);
}
