package io.conserje.console;

import io.conserje.call.out.OrderCall.Reason;
import io.conserje.venue.CallsOut;
import io.conserje.venue.Venue;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/**
 * Why the house does not call, as {@code application/problem+json}.
 *
 * @param reason for programs
 */
@Serdeable
record NoCall(String title, int status, String detail, String reason) {

  static HttpResponse<NoCall> answer(Reason reason, Venue house) {
    HttpStatus status = status(reason);
    String code = reason.name().toLowerCase(Locale.ROOT);
    return HttpResponse.<NoCall>status(status)
        .body(new NoCall(status.getReason(), status.getCode(), detail(reason, house), code))
        .contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE);
  }

  private static HttpStatus status(Reason reason) {
    return switch (reason) {
      case NOT_A_TELEPHONE, OWN_NUMBER, COSTLY_NUMBER -> HttpStatus.UNPROCESSABLE_ENTITY;
      case NO_NUMBER_OF_OURS, OUTSIDE_HOURS, UNWANTED -> HttpStatus.CONFLICT;
      case TOO_MANY_TO_GUEST, TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
    };
  }

  private static String detail(Reason reason, Venue house) {
    CallsOut rules = house.correspondence().callsOut();
    return switch (reason) {
      case NOT_A_TELEPHONE -> "Give to as a telephone number such as +34600000101.";
      case OWN_NUMBER -> "That number is the house's own, or another one's that is answered here.";
      case COSTLY_NUMBER ->
          "Whoever calls that number pays extra for it; the house calls none such.";
      case NO_NUMBER_OF_OURS ->
          "The house has no number to call from; add one under channels.voice of its file.";
      case OUTSIDE_HOURS ->
          "The house calls guests from %s until %s, %s; see telephone.calls_out in its file."
              .formatted(rules.from(), rules.until(), house.zone());
      case UNWANTED -> "The guest has said STOP or BAJA and is not called until they lift it.";
      case TOO_MANY_TO_GUEST ->
          "This guest was called %d times within a day; see telephone.calls_out in the house's file."
              .formatted(rules.mostToOneGuest());
      case TOO_MANY ->
          "The house has called %d times within a day; see telephone.calls_out in its file."
              .formatted(rules.mostADay());
    };
  }
}
