package io.conserje.guest;

import io.conserje.venue.VenueId;
import java.util.Locale;
import java.util.UUID;

/** What a guest likes: a zone, a diet, a pillow. */
public final class SetPreference {

  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_VALUE = 500;

  private final Guests guests;

  public SetPreference(Guests guests) {
    this.guests = guests;
  }

  /**
   * @param value empty takes the preference back
   */
  public GuestAnswer set(VenueId venue, UUID guest, String name, String value, Staff staff) {
    if (!Text.isLine(name, LONGEST_NAME)) {
      return GuestAnswer.invalid(
          "A preference's name is one line of at most " + LONGEST_NAME + " characters.");
    }
    String wish = value == null ? "" : value.strip();
    if (!wish.isEmpty() && !Text.isLine(wish, LONGEST_VALUE)) {
      return GuestAnswer.invalid(
          "A preference is one line of at most " + LONGEST_VALUE + " characters.");
    }
    return staff.isNamed()
        ? guests.setPreference(venue, guest, name.strip().toLowerCase(Locale.ROOT), wish, staff)
        : GuestAnswer.invalid("Say who sets the preference.");
  }
}
