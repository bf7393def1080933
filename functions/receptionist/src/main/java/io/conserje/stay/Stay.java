package io.conserje.stay;

import io.conserje.guest.Guest;
import io.conserje.venue.Channel;
import io.conserje.venue.VenueId;
import java.util.UUID;

/**
 * Nights in a room of a house.
 *
 * @param reference what a person can say aloud on the phone, unique per venue
 * @param type the name of its type of room
 * @param claim the room it keeps or kept; null once that was given back
 * @param conversation where it was made, or null
 */
public record Stay(
    UUID id,
    VenueId venue,
    String reference,
    StayState state,
    Nights nights,
    String type,
    Party party,
    Hours hours,
    RoomClaim claim,
    Quote quote,
    Guest guest,
    String notes,
    Channel channel,
    UUID conversation) {

  /** Whether a person may mean this stay by what they said. */
  public boolean isCalled(String said) {
    return StayRequest.plain(said).equals(reference);
  }

  public Stay with(StayState next) {
    return with(next, claim);
  }

  public Stay with(StayState next, RoomClaim kept) {
    return new Stay(
        id,
        venue,
        reference,
        next,
        nights,
        type,
        party,
        hours,
        kept,
        quote,
        guest,
        notes,
        channel,
        conversation);
  }

  /** The room goes back. */
  public Stay without(StayState next) {
    return with(next, null);
  }

  public Stay with(Booked booked) {
    return new Stay(
        id,
        venue,
        reference,
        state,
        booked.nights,
        booked.claim.type(),
        booked.party,
        booked.hours,
        booked.claim,
        booked.quote,
        guest,
        notes,
        channel,
        conversation);
  }

  private static final int LONGEST_NOTES = 1_000;

  /** With one more note, as far as there is room for it. */
  public Stay noting(String more) {
    if (more.isEmpty() || notes.contains(more)) {
      return this;
    }
    String all = notes.isEmpty() ? more : notes + "; " + more;
    return new Stay(
        id,
        venue,
        reference,
        state,
        nights,
        type,
        party,
        hours,
        claim,
        quote,
        guest,
        all.length() > LONGEST_NOTES ? notes : all,
        channel,
        conversation);
  }

  public Stay called(String drawn) {
    return new Stay(
        id,
        venue,
        drawn,
        state,
        nights,
        type,
        party,
        hours,
        claim,
        quote,
        guest,
        notes,
        channel,
        conversation);
  }

  /** What a guest has bought: these nights, in that room, at that price. */
  record Booked(Nights nights, Party party, Hours hours, RoomClaim claim, Quote quote) {}
}
