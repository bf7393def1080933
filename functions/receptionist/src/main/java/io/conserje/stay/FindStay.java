package io.conserje.stay;

import io.conserje.venue.Venue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Says what a guest has booked, and nobody else. */
public final class FindStay {

  private final StayBook book;

  public FindStay(StayBook book) {
    this.book = book;
  }

  /** Stays that are not over, the soonest first. */
  public List<Stay> comingUp(Venue venue, String phone, UUID conversation, Instant now) {
    return book.comingUp(venue.id(), phone, conversation, new HouseTimes(venue).day(now));
  }
}
