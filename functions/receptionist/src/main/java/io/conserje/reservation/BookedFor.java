package io.conserje.reservation;

import io.conserje.guest.Address;
import io.conserje.guest.Guest;
import io.conserje.venue.Channel;
import io.conserje.venue.Venue;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a booking can be written to this name and number. */
public final class BookedFor {

  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_PHONE = 80;
  private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{6,14}");

  /** Without a space, and with six digits somewhere, as every provider makes them. */
  private static final Pattern OPAQUE =
      Pattern.compile("(?:[^\\s\\p{Cntrl}\\d]*\\d){6}[^\\s\\p{Cntrl}]*");

  /** They may know a guest by an opaque address of their own instead of a number. */
  private static final Set<Channel> WITHOUT_NUMBERS = EnumSet.of(Channel.WHATSAPP, Channel.EMAIL);

  private BookedFor() {}

  public static Optional<Refusal> refusal(Guest guest, Channel channel) {
    if (guest.name().isBlank() || guest.name().length() > LONGEST_NAME || odd(guest.name())) {
      return Optional.of(Refusal.NAME_MISSING);
    }
    return guest.phone().isBlank() || reachable(guest.phone(), channel)
        ? Optional.empty()
        : Optional.of(Refusal.PHONE_INVALID);
  }

  /** The same guest, the number with its country if it can be told. */
  public static Guest dialled(Guest guest, Venue venue) {
    return Address.phone(guest.phone(), venue::phone)
        .map(number -> new Guest(guest.name(), number.value()))
        .orElse(guest);
  }

  private static boolean reachable(String phone, Channel channel) {
    return NUMBER.matcher(phone).matches()
        || WITHOUT_NUMBERS.contains(channel)
            && phone.length() <= LONGEST_PHONE
            && OPAQUE.matcher(phone).matches();
  }

  private static boolean odd(String text) {
    return text.chars().anyMatch(Character::isISOControl);
  }
}
