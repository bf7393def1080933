package io.conserje.followups;

import io.conserje.outbound.WakingNotices;
import io.conserje.reservation.ExpireHolds;
import io.conserje.venue.Venues;
import java.time.Instant;

/** Gives back the tables nobody said yes to in time; whoever watches the book tells the guests. */
final class ExpireHoldsJob implements Job {

  private final ExpireHolds holds;
  private final Venues venues;
  private final WakingNotices notices;

  ExpireHoldsJob(ExpireHolds holds, Venues venues, WakingNotices notices) {
    this.holds = holds;
    this.venues = venues;
    this.notices = notices;
  }

  @Override
  public String name() {
    return "holds";
  }

  @Override
  public String run(Instant now) {
    int expired = venues.all().stream().mapToInt(venue -> holds.expire(venue, now).size()).sum();
    notices.wake();
    return expired + " expired";
  }
}
