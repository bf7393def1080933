package io.conserje.stay;

import io.conserje.venue.RoomType;
import io.conserje.venue.Venue;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** How many rooms of each type are free, night by night: one look at the book for a whole month. */
public final class RoomCalendar {

  private static final UUID NOBODY = new UUID(0, 0);

  private final StayBook book;

  public RoomCalendar(StayBook book) {
    this.book = book;
  }

  /**
   * @param price of the night for as many adults as it includes, in minor units; -1 when the type
   *     is not let
   * @param free rooms that one more party could have for that night alone
   */
  public record Night(LocalDate night, String type, int free, long price) {}

  /** From {@code from} to {@code to}, the latter not included. */
  public List<Night> nights(Venue venue, LocalDate from, LocalDate to) {
    Occupancy occupancy = book.occupancy(venue, from, to);
    return from.datesUntil(to)
        .flatMap(night ->
            venue.lodging().types().stream().map(type -> night(venue, type, night, occupancy)))
        .toList();
  }

  private static Night night(Venue venue, RoomType type, LocalDate night, Occupancy occupancy) {
    return venue
        .lodging()
        .rate(type.name(), night)
        .map(rate ->
            new Night(
                night,
                type.name(),
                free(venue, type, night, occupancy),
                rate.on(night.getDayOfWeek())))
        .orElseGet(() -> new Night(night, type.name(), 0, -1));
  }

  private static int free(Venue venue, RoomType type, LocalDate night, Occupancy occupancy) {
    int left = type.allotment() - occupancy.sold(type.name(), night);
    RoomClaim one = claim(venue, type, Nights.from(night, 1));
    int empty = (int) new FreeRooms(type, occupancy).free(one.period()).count();
    return Math.max(0, Math.min(left, empty));
  }

  private static RoomClaim claim(Venue venue, RoomType type, Nights nights) {
    return new RoomClaim(
        NOBODY, "", type.name(), nights, new HouseTimes(venue).roomTime(nights, Hours.USUAL), true);
  }
}
