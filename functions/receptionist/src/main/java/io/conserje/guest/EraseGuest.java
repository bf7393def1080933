package io.conserje.guest;

import io.conserje.venue.VenueId;
import java.util.UUID;

/**
 * "Forget me": what tells who it was is gone, and the log says that it was done, not what it was.
 * With a booking still to come it is refused, since the house could not keep its word.
 */
public final class EraseGuest {

  private final Guests guests;

  public EraseGuest(Guests guests) {
    this.guests = guests;
  }

  public GuestAnswer erase(VenueId venue, UUID guest, Staff staff) {
    return staff.isNamed()
        ? guests.erase(venue, guest, staff)
        : GuestAnswer.invalid("Say who erases the guest.");
  }
}
