package io.conserje.stay;

import io.conserje.guest.Guest;
import io.conserje.venue.Channel;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Who a stay is for, over what.
 *
 * @param conversation or null
 */
public record StayGuest(
    Guest guest, String notes, Channel channel, UUID conversation) {

  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_NOTES = 1_000;
  private static final Pattern PHONE = Pattern.compile("\\+?\\d{6,15}");

  /** There an address is no number. */
  private static final Set<Channel> WITHOUT_NUMBER = EnumSet.of(Channel.WEBCHAT, Channel.EMAIL);

  public StayGuest {
    guest = new Guest(clean(guest.name()), phone(guest.phone(), channel));
    notes = clean(notes);
  }

  private static String clean(String text) {
    return text == null ? "" : text.replaceAll("\\p{Cntrl}+", " ").strip();
  }

  private static String phone(String phone, Channel channel) {
    String clean = clean(phone);
    return numbered(channel) ? clean.replaceAll("[\\s().-]", "").replaceFirst("^00", "+") : clean;
  }

  private static boolean numbered(Channel channel) {
    return !WITHOUT_NUMBER.contains(channel);
  }

  By by() {
    return channel == Channel.STAFF ? By.STAFF : By.guest(guest.phone(), conversation);
  }

  Optional<StayRefusal> refusal() {
    if (guest.name().isEmpty()) {
      return Optional.of(StayRefusal.NAME_MISSING);
    }
    if (guest.name().length() > LONGEST_NAME) {
      return Optional.of(StayRefusal.NAME_TOO_LONG);
    }
    if (notes.length() > LONGEST_NOTES) {
      return Optional.of(StayRefusal.NOTES_TOO_LONG);
    }
    boolean nonsense =
        numbered(channel) && !guest.phone().isEmpty() && !PHONE.matcher(guest.phone()).matches();
    return nonsense ? Optional.of(StayRefusal.PHONE_INVALID) : Optional.empty();
  }
}
