package io.conserje.stay;

import io.conserje.stay.Act.Verb;
import io.conserje.stay.StayAnswer.Done;
import io.conserje.stay.StayAnswer.No;
import io.conserje.stay.StayState.Waiting;
import io.conserje.venue.Venue;
import java.time.Instant;

/** Gives back the rooms of guests who said nothing in time. */
public final class ExpireStays {

  private final StayBook book;
  private final Desk desk;

  public ExpireStays(StayBook book) {
    this.book = book;
    this.desk = new Desk(book);
  }

  /** How many were given back. */
  public int expire(Venue venue, Instant now) {
    return (int)
        book.overdue(venue.id(), now).stream()
            .map(reference ->
                expire(new StayRequest(venue, reference, By.CLOCK, "expire:" + reference, now)))
            .filter(Done.class::isInstance)
            .count();
  }

  /** Looked at again: its guest may have said yes in the meantime. */
  private StayAnswer expire(StayRequest request) {
    return desk.change(
        request,
        Verb.EXPIRE,
        stay ->
            stay.state() instanceof Waiting waiting && waiting.isOver(request.now())
                ? desk.save(request, Verb.EXPIRE, stay, stay.without(waiting.expired()))
                : new No(StayRefusal.NOT_POSSIBLE));
  }
}
