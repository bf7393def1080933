package io.conserje.stay;

import io.conserje.guest.Address;
import io.conserje.guest.Guest;
import io.conserje.venue.Channel;
import io.conserje.venue.Venue;
import java.util.Optional;
import java.util.UUID;

/**
 * Who a stay is for, over what.
 *
 * @param conversation or null
 */
public record StayGuest(Guest guest, String notes, Channel channel, UUID conversation) {

  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_NOTES = 1_000;

  public StayGuest {
    guest = new Guest(clean(guest.name()), clean(guest.phone()));
    notes = clean(notes);
  }

  private static String clean(String text) {
    return text == null ? "" : text.replaceAll("\\p{Cntrl}+", " ").strip();
  }

  By by() {
    return channel == Channel.STAFF ? By.STAFF : By.guest(guest.phone(), conversation);
  }

  /** With the phone number as it is written everywhere. */
  Guest knownTo(Venue venue) {
    return new Guest(guest.name(), number(venue).orElse(guest.phone()));
  }

  Optional<StayRefusal> refusal(Venue venue) {
    if (guest.name().codePoints().noneMatch(Character::isLetterOrDigit)) {
      return Optional.of(StayRefusal.NAME_MISSING);
    }
    if (guest.name().length() > LONGEST_NAME) {
      return Optional.of(StayRefusal.NAME_TOO_LONG);
    }
    if (notes.length() > LONGEST_NOTES) {
      return Optional.of(StayRefusal.NOTES_TOO_LONG);
    }
    boolean nonsense = !guest.phone().isEmpty() && number(venue).isEmpty();
    return nonsense ? Optional.of(StayRefusal.PHONE_INVALID) : Optional.empty();
  }

  /** Over some channels an address is no number. */
  private Optional<String> number(Venue venue) {
    return switch (channel) {
      case WEBCHAT, EMAIL, WEBHOOK -> Optional.of(guest.phone());
      case WHATSAPP -> Address.whatsapp(guest.phone(), venue::phone).map(Address::value);
      case SMS, VOICE, STAFF -> Address.phone(guest.phone(), venue::phone).map(Address::value);
    };
  }
}
