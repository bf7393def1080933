package io.conserje.handoff;

import io.conserje.guest.Staff;
import io.conserje.handoff.PersonRequest.Reason;
import io.conserje.handoff.PersonRequests.Waiting;
import io.conserje.outbound.Notices;
import io.conserje.venue.Venue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Sees to it that no guest waits for a person in vain: staff are told again and one after the
 * other; when the list is through the guest is told the truth, and the assistant answers again. It
 * answers again, too, where a person has fallen silent.
 */
public final class RemindStaff {

  private static final String BY_THE_CLOCK = "the clock";

  private final PersonRequests requests;
  private final TellStaff staff;
  private final HandBack handBack;

  public RemindStaff(PersonRequests requests, Notices notices, HandBack handBack) {
    this.requests = requests;
    this.staff = new TellStaff(requests, notices);
    this.handBack = handBack;
  }

  /**
   * @param told requests that staff were told of
   * @param givenUp guests who were told that nobody came
   * @param handedBack conversations in which a person had fallen silent
   */
  public record Reminded(int told, int givenUp, int handedBack) {}

  public Reminded remind(Venue venue, Instant now) {
    int told = 0;
    int givenUp = 0;
    boolean onDuty = venue.staff().onDuty(now.atZone(venue.zone()), venue.hours().holidays());
    for (Waiting waiting : requests.waiting(venue.id())) {
      if (waiting.leftToPerson() ? isDue(venue, waiting, now) : isFirst(waiting, onDuty)) {
        if (waiting.told() > venue.staff().contacts().size()) {
          giveUp(venue, waiting, now);
          givenUp++;
        } else {
          tell(venue, waiting, now);
          told++;
        }
      }
    }
    return new Reminded(told, givenUp, silent(venue, now));
  }

  private static boolean isDue(Venue venue, Waiting waiting, Instant now) {
    return waiting.told() == 0 || !waiting.toldAt().plus(venue.staff().again()).isAfter(now);
  }

  /** What nobody waits for in silence is told once, when somebody is there. */
  private static boolean isFirst(Waiting waiting, boolean onDuty) {
    boolean urgent = waiting.request().reason() == Reason.EMERGENCY;
    return waiting.told() == 0 && (onDuty || urgent);
  }

  private void tell(Venue venue, Waiting waiting, Instant now) {
    Instant since = waiting.toldAt() == null ? waiting.request().askedAt() : waiting.toldAt();
    staff.tell(
        venue,
        waiting.id(),
        waiting.request(),
        waiting.summary(),
        waiting.leftToPerson(),
        waiting.told(),
        since,
        now);
  }

  private void giveUp(Venue venue, Waiting waiting, Instant now) {
    String sentence =
        HandoverWording.in(Locale.forLanguageTag(waiting.language())).nobodyTookIt(venue.phone());
    requests.giveUp(venue.id(), waiting.id());
    handBack.giveUp(
        waiting.request().conversation(),
        sentence,
        new Staff(BY_THE_CLOCK, now),
        "given-up:" + waiting.id() + ":" + waiting.toldAt().toEpochMilli());
  }

  private int silent(Venue venue, Instant now) {
    List<UUID> silent = requests.silentSince(venue.id(), now.minus(venue.staff().silence()));
    silent.forEach(conversation ->
        handBack.handBack(
            conversation, new Staff(BY_THE_CLOCK, now), "silence:" + now.toEpochMilli()));
    return silent.size();
  }
}
