package io.conserje.console;

import io.conserje.conversation.Wordings;
import io.conserje.reservation.Alternative;
import io.conserje.reservation.Outcome;
import io.conserje.reservation.Refusal;
import io.conserje.venue.Venue;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.serde.annotation.Serdeable;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * An expected no, as {@code application/problem+json}.
 *
 * @param detail fit to be said to a guest, in the house's language
 * @param reason the {@link Refusal}'s code
 */
@Serdeable
record NotBooked(
    String title, int status, String detail, String reason, List<Instead> alternatives) {

  /** What no other time would cure: the request itself is wrong. */
  private static final Set<Refusal> WRONG =
      EnumSet.of(
          Refusal.PARTY_TOO_SMALL,
          Refusal.NAME_MISSING,
          Refusal.PHONE_INVALID,
          Refusal.NO_SUCH_ZONE,
          Refusal.NO_SUITABLE_TABLE,
          Refusal.KEY_TAKEN);

  /**
   * @param zone where it is not the part of the house that was wished for; otherwise null
   */
  @Serdeable
  record Instead(String date, String time, String zone) {
    static Instead of(Alternative alternative) {
      return new Instead(
          alternative.at().toLocalDate().toString(),
          alternative.at().toLocalTime().toString(),
          alternative.zone().isEmpty() ? null : alternative.zone());
    }
  }

  static HttpResponse<NotBooked> answer(Outcome.Refused refused, Venue house) {
    HttpStatus status = status(refused.why());
    String words =
        Wordings.in(house.language())
            .refused(refused.why(), house.rules().largestParty(), house.phone());
    NotBooked body =
        new NotBooked(
            status.getReason(),
            status.getCode(),
            words,
            refused.why().code(),
            refused.alternatives().stream().map(Instead::of).toList());
    return HttpResponse.<NotBooked>status(status)
        .body(body)
        .contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE);
  }

  private static HttpStatus status(Refusal why) {
    if (why == Refusal.NOT_FOUND) {
      return HttpStatus.NOT_FOUND;
    }
    return WRONG.contains(why) ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.CONFLICT;
  }
}
