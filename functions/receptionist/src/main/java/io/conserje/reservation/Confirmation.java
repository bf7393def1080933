package io.conserje.reservation;

import io.conserje.reservation.Standing.Confirmed;
import io.conserje.reservation.Standing.Pending;
import io.conserje.venue.BookingPolicy;
import io.conserje.venue.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;

/**
 * Whether a booking stands at once. A guest who said yes in writing, from the address the booking
 * is for, has confirmed; so has staff. Who spoke or typed a number is asked: on a mobile by a
 * message with yes or no; on a landline, or by a house that cannot write, aloud in the same call.
 */
public enum Confirmation {
  GIVEN,
  BY_MESSAGE,
  ALOUD;

  /**
   * @param writes whether the house could write to this number
   */
  static Confirmation needed(Wish wish, Channel channel, String phone, Predicate<String> writes) {
    return switch (channel) {
      case STAFF, WHATSAPP, SMS, EMAIL, WEBHOOK -> GIVEN;
      case VOICE, WEBCHAT ->
          phone.isBlank() || policy(wish).landline(phone) || !writes.test(phone)
              ? ALOUD
              : BY_MESSAGE;
    };
  }

  /** How a booking that needs this begins. Nobody is waited for beyond the time of the booking. */
  public Standing first(Wish wish) {
    return switch (this) {
      case GIVEN -> new Confirmed();
      case BY_MESSAGE -> new Pending(noLaterThanItsTime(wish, awake(wish)));
      case ALOUD -> new Pending(noLaterThanItsTime(wish, in(wish, policy(wish).hold())));
    };
  }

  /** A time at which it can still be said that no answer came. */
  private static Instant awake(Wish wish) {
    Instant later = in(wish, policy(wish).confirmWithin());
    return policy(wish).writing().next(later, wish.venue().zone());
  }

  private static Instant in(Wish wish, Duration patience) {
    return wish.now().plus(patience);
  }

  private static BookingPolicy policy(Wish wish) {
    return wish.venue().rules().policy();
  }

  private static Instant noLaterThanItsTime(Wish wish, Instant later) {
    Instant begins = wish.begins().toInstant();
    return later.isBefore(begins) ? later : begins;
  }
}
