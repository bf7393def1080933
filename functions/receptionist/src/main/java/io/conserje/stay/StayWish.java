package io.conserje.stay;

import io.conserje.venue.RoomType;
import io.conserje.venue.Venue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A room as a guest wishes for it.
 *
 * @param type its name or what a guest calls it; empty for whatever fits
 * @param now when it is asked
 */
public record StayWish(
    Venue venue, LocalDate arrival, LocalDate departure, String type, Party party, Instant now) {

  public long length() {
    return ChronoUnit.DAYS.between(arrival, departure);
  }

  /** Only of a wish that no rule refuses. */
  public Nights nights() {
    return new Nights(arrival, departure);
  }

  Optional<RoomType> roomType() {
    return venue.lodging().type(type);
  }

  boolean anyType() {
    return type.isBlank();
  }

  boolean fits(RoomType room) {
    return room.takes(party.adults(), party.children(), party.cots());
  }

  LocalDate today() {
    return now.atZone(venue.zone()).toLocalDate();
  }

  StayWish on(Nights nights) {
    return new StayWish(venue, nights.arrival(), nights.departure(), type, party, now);
  }
}
