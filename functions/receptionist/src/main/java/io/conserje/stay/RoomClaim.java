package io.conserje.stay;

import io.conserje.reservation.Period;
import java.util.UUID;

/**
 * A room kept for a stay.
 *
 * @param type under which it was sold
 * @param nights that count against the type's allotment
 * @param period until the room is ready for the next guest
 * @param movable whether another room of the type would do, because its guest has not come yet
 */
public record RoomClaim(
    UUID stay, String room, String type, Nights nights, Period period, boolean movable) {

  RoomClaim in(String other) {
    return new RoomClaim(stay, other, type, nights, period, movable);
  }

  RoomClaim settled() {
    return new RoomClaim(stay, room, type, nights, period, false);
  }
}
