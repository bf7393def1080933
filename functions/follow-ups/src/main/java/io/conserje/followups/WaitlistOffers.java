package io.conserje.followups;

import io.conserje.outbound.WakingNotices;
import io.conserje.venue.Venues;
import io.conserje.waitlist.FrontDesk;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ends the waits whose time has come, and offers what is free to who waits for it: also what became
 * free without a move of the book, because a block ended, a house opened or time went by.
 */
final class WaitlistOffers implements Job {

  private final FrontDesk desk;
  private final Venues venues;
  private final WakingNotices notices;

  WaitlistOffers(FrontDesk desk, Venues venues, WakingNotices notices) {
    this.desk = desk;
    this.venues = venues;
    this.notices = notices;
  }

  @Override
  public String name() {
    return "waitlist-offers";
  }

  @Override
  public String run(Instant now) {
    AtomicInteger offered = new AtomicInteger();
    AtomicInteger ended = new AtomicInteger();
    String failed =
        EveryHouse.of(
            venues,
            name(),
            venue -> {
              ended.addAndGet(desk.ends().end(venue, now));
              offered.addAndGet(desk.offers().offer(venue, now));
            });
    notices.wake();
    return offered + " offered, " + ended + " ended" + failed;
  }
}
