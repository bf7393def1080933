package io.conserje.guest;

import io.conserje.venue.VenueId;
import java.util.UUID;

/** Two records that are one person: the history of both becomes one. */
public final class MergeGuests {

  private final Guests guests;

  public MergeGuests(Guests guests) {
    this.guests = guests;
  }

  public GuestAnswer merge(VenueId venue, UUID from, UUID into, Staff staff) {
    if (from.equals(into)) {
      return new GuestAnswer.Refused(
          GuestAnswer.Reason.SAME_GUEST, "A guest cannot be merged into itself.");
    }
    return staff.isNamed()
        ? guests.merge(venue, from, into, staff)
        : GuestAnswer.invalid("Say who merges the guests.");
  }
}
