package io.conserje.reservation;

import io.conserje.reservation.Standing.Confirmed;
import io.conserje.reservation.Standing.Pending;
import io.conserje.venue.Channel;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether a booking stands at once. A guest who said yes in writing, from the address the booking
 * is for, has confirmed; so has staff. Who spoke or typed a number is asked: on a mobile by a
 * message with yes or no, on a landline aloud, in the same call.
 */
public enum Confirmation {
  GIVEN,
  BY_MESSAGE,
  ALOUD;

  public static Confirmation needed(Wish wish, Channel channel, String phone) {
    return switch (channel) {
      case STAFF, WHATSAPP, SMS, EMAIL -> GIVEN;
      case VOICE, WEBCHAT ->
          phone.isBlank() || wish.venue().rules().policy().landline(phone) ? ALOUD : BY_MESSAGE;
    };
  }

  /** How a booking that needs this begins. Nobody is waited for beyond the time of the booking. */
  public Standing first(Wish wish) {
    return switch (this) {
      case GIVEN -> new Confirmed();
      case BY_MESSAGE -> new Pending(by(wish, wish.venue().rules().policy().confirmWithin()));
      case ALOUD -> new Pending(by(wish, wish.venue().rules().policy().hold()));
    };
  }

  private static Instant by(Wish wish, Duration patience) {
    Instant later = wish.now().plus(patience);
    Instant begins = wish.begins().toInstant();
    return later.isBefore(begins) ? later : begins;
  }
}
