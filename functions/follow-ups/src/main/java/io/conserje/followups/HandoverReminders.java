package io.conserje.followups;

import io.conserje.handoff.RemindStaff;
import io.conserje.handoff.RemindStaff.Reminded;
import io.conserje.outbound.WakingNotices;
import io.conserje.venue.Venues;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tells staff again of guests who wait for them, and lets the assistant answer where nobody did.
 */
final class HandoverReminders implements Job {

  private final RemindStaff remind;
  private final Venues venues;
  private final WakingNotices notices;

  HandoverReminders(RemindStaff remind, Venues venues, WakingNotices notices) {
    this.remind = remind;
    this.venues = venues;
    this.notices = notices;
  }

  @Override
  public String name() {
    return "handover-reminders";
  }

  @Override
  public String run(Instant now) {
    AtomicInteger told = new AtomicInteger();
    AtomicInteger givenUp = new AtomicInteger();
    AtomicInteger handedBack = new AtomicInteger();
    String failed =
        EveryHouse.of(
            venues,
            name(),
            venue -> {
              Reminded done = remind.remind(venue, now);
              told.addAndGet(done.told());
              givenUp.addAndGet(done.givenUp());
              handedBack.addAndGet(done.handedBack());
            });
    notices.wake();
    return told + " told, " + givenUp + " given up, " + handedBack + " handed back" + failed;
  }
}
