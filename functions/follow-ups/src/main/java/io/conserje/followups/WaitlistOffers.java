package io.conserje.followups;

import io.conserje.outbound.WakingNotices;
import io.conserje.venue.Venue;
import io.conserje.venue.Venues;
import io.conserje.waitlist.FrontDesk;
import java.time.Instant;

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
    int offered = 0;
    int ended = 0;
    for (Venue venue : venues.all()) {
      ended += desk.ends().end(venue, now);
      offered += desk.offers().offer(venue, now);
    }
    notices.wake();
    return offered + " offered, " + ended + " ended";
  }
}
