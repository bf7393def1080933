package io.conserje.followups;

import io.conserje.stay.ExpireStays;
import io.conserje.venue.Venues;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** Gives back the rooms of guests who said nothing, or paid nothing, in time. */
final class StayHolds implements Job {

  private final Venues venues;
  private final ExpireStays stays;

  StayHolds(Venues venues, ExpireStays stays) {
    this.venues = venues;
    this.stays = stays;
  }

  @Override
  public String name() {
    return "stay-holds";
  }

  @Override
  public String run(Instant now) {
    AtomicInteger expired = new AtomicInteger();
    String failed =
        EveryHouse.of(venues, name(), venue -> expired.addAndGet(stays.expire(venue, now)));
    return expired + " expired" + failed;
  }
}
