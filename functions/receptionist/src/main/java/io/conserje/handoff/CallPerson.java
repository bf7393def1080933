package io.conserje.handoff;

import io.conserje.handoff.PersonRequest.Reason;
import io.conserje.handoff.PersonRequests.Noted;
import io.conserje.outbound.Notices;
import io.conserje.venue.Holidays;
import io.conserje.venue.Venue;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.UUID;

/**
 * A guest needs a person. When somebody is there, they are told, and the conversation is theirs;
 * when not, it is noted, and the assistant goes on.
 */
public final class CallPerson {

  private final PersonRequests requests;
  private final TellStaff staff;

  public CallPerson(PersonRequests requests, Notices notices) {
    this.requests = requests;
    this.staff = new TellStaff(requests, notices);
  }

  /**
   * @param onDuty whether somebody is there
   * @param from when somebody is there next, the venue's own time; null when nobody knows
   * @param first whether this is a new request, and not more about one that waits
   */
  public record Called(boolean onDuty, LocalDateTime from, boolean first) {}

  /** Everything in the transaction of the caller. */
  public Called call(Venue venue, PersonRequest request, ZonedDateTime now) {
    Holidays holidays = venue.hours().holidays();
    boolean onDuty = venue.staff().onDuty(now, holidays);
    Noted noted = requests.note(venue.id(), request);
    boolean handed =
        onDuty && handsOver(request) && requests.leaveToPerson(venue.id(), request.conversation());
    if (handed) {
      tell(venue, noted.id(), request, true, now.toInstant());
    } else if (onDuty ? !handsOver(request) : request.reason() == Reason.EMERGENCY) {
      tell(venue, noted.id(), request, false, now.toInstant());
    } else if (!onDuty && !noted.isNew()) {
      requests.told(venue.id(), noted.id(), 0, now.toInstant());
    }
    LocalDateTime from =
        venue.staff().next(now, holidays).map(ZonedDateTime::toLocalDateTime).orElse(null);
    return new Called(onDuty, from, handed || noted.isNew());
  }

  /** What the person is told of what waits in this conversation; empty where nothing does. */
  public String about(Venue venue, UUID conversation) {
    return requests.waiting(venue.id()).stream()
        .filter(waiting -> conversation.equals(waiting.request().conversation()))
        .map(PersonRequests.Waiting::summary)
        .filter(summary -> !summary.isBlank())
        .reduce("", (_, last) -> last);
  }

  /** A talk that begins while the house answers itself. */
  public void fromTheFirstWord(Venue venue, PersonRequest request, Instant now) {
    if (requests.beginWithPerson(venue.id(), request.conversation(), now)) {
      tell(venue, requests.note(venue.id(), request).id(), request, true, now);
    }
  }

  private static boolean handsOver(PersonRequest request) {
    return request.reason() != Reason.MESSAGE && request.conversation() != null;
  }

  private void tell(Venue venue, UUID id, PersonRequest request, boolean waits, Instant now) {
    String summary =
        requests.waiting(venue.id()).stream()
            .filter(waiting -> waiting.id().equals(id))
            .map(PersonRequests.Waiting::summary)
            .findFirst()
            .orElse(request.summary());
    staff.tell(venue, id, request, summary, waits, 0, now, now);
  }
}
