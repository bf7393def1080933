package io.conserje.console;

import io.conserje.connectors.postgres.views.StayView.Money;
import io.conserje.stay.Offer;
import io.conserje.stay.StayAnswer.No;
import io.conserje.stay.StayRefusal;
import io.conserje.stay.StayWordings;
import io.conserje.venue.NightsAllowed;
import io.conserje.venue.Venue;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * An expected no about a stay, as {@code application/problem+json}.
 *
 * @param detail fit to be said to a guest, in the house's language
 * @param reason the {@link StayRefusal}'s code
 */
@Serdeable
record NoStay(String title, int status, String detail, String reason, List<Instead> alternatives) {

  /** What no other night would cure: the request itself is wrong. */
  private static final Set<StayRefusal> WRONG =
      EnumSet.of(
          StayRefusal.DEPARTURE_BEFORE_ARRIVAL,
          StayRefusal.PAST,
          StayRefusal.NO_ADULTS,
          StayRefusal.TOO_MANY_GUESTS,
          StayRefusal.UNKNOWN_TYPE,
          StayRefusal.NAME_MISSING,
          StayRefusal.NAME_TOO_LONG,
          StayRefusal.NOTES_TOO_LONG,
          StayRefusal.PHONE_INVALID,
          StayRefusal.OUTSIDE_HOURS,
          StayRefusal.KEY_USED);

  @Serdeable
  record Instead(String roomType, String arrival, String departure, Money total) {
    static Instead of(Offer offer) {
      return new Instead(
          offer.type().name(),
          offer.nights().arrival().toString(),
          offer.nights().departure().toString(),
          new Money(offer.quote().total(), offer.quote().currency()));
    }
  }

  /**
   * @param arrival the day that was wished for, or null
   */
  static HttpResponse<NoStay> answer(No no, Venue house, LocalDate arrival) {
    HttpStatus status = status(no.why());
    NightsAllowed nights =
        arrival == null ? house.lodging().rules().nights() : house.lodging().nights(arrival);
    String words = StayWordings.in(house.language()).refused(no.why(), house, nights);
    return HttpResponse.<NoStay>status(status)
        .body(
            new NoStay(
                status.getReason(),
                status.getCode(),
                words,
                no.why().code(),
                no.alternatives().stream().map(Instead::of).toList()))
        .contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE);
  }

  private static HttpStatus status(StayRefusal why) {
    if (why == StayRefusal.NOT_FOUND) {
      return HttpStatus.NOT_FOUND;
    }
    return WRONG.contains(why) ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.CONFLICT;
  }
}
