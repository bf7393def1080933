package io.conserje.reservation;

import io.conserje.guest.Guest;
import java.util.Optional;

/** Whether a booking can be written to this name and number. */
public final class BookedFor {

  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_PHONE = 80;
  private static final int FEWEST_DIGITS = 6;

  private BookedFor() {}

  public static Optional<Refusal> refusal(Guest guest) {
    if (guest.name().isBlank() || guest.name().length() > LONGEST_NAME || odd(guest.name())) {
      return Optional.of(Refusal.NAME_MISSING);
    }
    return guest.phone().isBlank() || reachable(guest.phone())
        ? Optional.empty()
        : Optional.of(Refusal.PHONE_INVALID);
  }

  /** A number, or the opaque address of a channel that gives none: both have digits. */
  private static boolean reachable(String phone) {
    return phone.length() <= LONGEST_PHONE
        && !odd(phone)
        && phone.chars().filter(Character::isDigit).count() >= FEWEST_DIGITS;
  }

  private static boolean odd(String text) {
    return text.chars().anyMatch(Character::isISOControl);
  }
}
