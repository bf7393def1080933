package io.conserje.guest;

import io.conserje.venue.VenueId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** "What do you know about me?": all of it, and the log says that it was given. */
public final class ExportGuest {

  private final Guests guests;

  public ExportGuest(Guests guests) {
    this.guests = guests;
  }

  public Optional<Map<String, Object>> export(VenueId venue, UUID guest, Staff staff) {
    return guests.export(venue, guest, staff);
  }
}
