package io.conserje.call;

import io.conserje.venue.Staffing.Contact;
import io.conserje.venue.TelephoneNumber;
import io.conserje.venue.Venue;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Under which number a person of the house can be talked to. */
final class PersonOnThePhone {

  private PersonOnThePhone() {}

  /**
   * The house's own line, else its people's in their order, while somebody is there. Never the
   * number that was called nor another that is answered here, where the assistant would pick up,
   * nor the caller's own.
   */
  static Optional<String> of(
      Venue venue, CallPlace place, ZonedDateTime now, Predicate<String> isAnsweredHere) {
    return each(venue, place, now, isAnsweredHere).findFirst();
  }

  /** Each that may be tried, one after the other. */
  static List<String> all(
      Venue venue, CallPlace place, ZonedDateTime now, Predicate<String> isAnsweredHere) {
    return each(venue, place, now, isAnsweredHere).toList();
  }

  private static Stream<String> each(
      Venue venue, CallPlace place, ZonedDateTime now, Predicate<String> isAnsweredHere) {
    if (!venue.staff().onDuty(now, venue.hours().holidays())) {
      return Stream.empty();
    }
    String caller = Caller.of(place.caller()).address();
    return Stream.concat(
            Stream.of(venue.phone()), venue.staff().contacts().stream().map(Contact::rings))
        .filter(TelephoneNumber::isOne)
        .filter(written -> {
          String number = TelephoneNumber.of(written).number();
          return !place.houseAddresses().contains(number)
              && !number.equals(caller)
              && !isAnsweredHere.test(number);
        })
        .distinct();
  }
}
