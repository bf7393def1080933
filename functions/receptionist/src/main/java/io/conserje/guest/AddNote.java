package io.conserje.guest;

import io.conserje.venue.VenueId;
import java.util.UUID;

/** Something the house wants to remember. */
public final class AddNote {

  private static final int LONGEST = 2000;
  private static final int LONGEST_KEY = 200;

  private final Guests guests;

  public AddNote(Guests guests) {
    this.guests = guests;
  }

  /**
   * @param key of the request: repeated, it adds nothing
   */
  public GuestAnswer add(VenueId venue, UUID guest, String note, String key, Staff staff) {
    if (!Text.isNote(note, LONGEST)) {
      return GuestAnswer.invalid("A note is a text of at most " + LONGEST + " characters.");
    }
    if (!Text.isLine(key, LONGEST_KEY)) {
      return GuestAnswer.invalid("A key is one line of at most " + LONGEST_KEY + " characters.");
    }
    return staff.isNamed()
        ? guests.addNote(venue, guest, note.strip(), key, staff)
        : GuestAnswer.invalid("Say who writes the note.");
  }
}
