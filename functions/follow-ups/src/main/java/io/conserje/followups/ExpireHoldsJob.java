package io.conserje.followups;

import io.conserje.outbound.WakingNotices;
import io.conserje.reservation.ExpireHolds;
import io.conserje.venue.Venues;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

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
    AtomicInteger expired = new AtomicInteger();
    String failed =
        EveryHouse.of(venues, name(), venue -> expired.addAndGet(holds.expire(venue, now).size()));
    notices.wake();
    return expired + " expired" + failed;
  }
}
