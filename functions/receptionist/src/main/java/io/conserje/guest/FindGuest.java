package io.conserje.guest;

import io.conserje.venue.Venue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** "Do we know them?", by whatever the house has in hand. */
public final class FindGuest {

  private static final int MOST = 20;
  private static final int LONGEST_NAME = 200;

  private final Guests guests;

  public FindGuest(Guests guests) {
    this.guests = guests;
  }

  public List<GuestRecord> byPhone(Venue venue, String phone, Instant now) {
    return at(venue, Address.phone(phone, venue::phone), now);
  }

  public List<GuestRecord> byWhatsapp(Venue venue, String id, Instant now) {
    return at(venue, Address.whatsapp(id, venue::phone), now);
  }

  public List<GuestRecord> byEmail(Venue venue, String email, Instant now) {
    return at(venue, Address.email(email), now);
  }

  /** What is no address is nobody's. */
  private List<GuestRecord> at(Venue venue, Optional<Address> address, Instant now) {
    return address.flatMap(known -> guests.byAddress(venue.id(), known, now)).stream().toList();
  }

  public List<GuestRecord> byName(Venue venue, String name, Instant now) {
    return Text.isLine(name, LONGEST_NAME)
        ? guests.byName(venue.id(), name.strip(), MOST, now)
        : List.of();
  }
}
