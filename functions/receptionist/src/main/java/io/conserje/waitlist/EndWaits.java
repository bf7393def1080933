package io.conserje.waitlist;

import io.conserje.reservation.Act;
import io.conserje.reservation.TableBook;
import io.conserje.venue.Correspondence.Occasion;
import io.conserje.venue.Venue;
import java.time.Instant;
import java.util.List;

/** Ends the wait of those whose time has come without a table, and tells them. */
public final class EndWaits {

  private final TableBook book;
  private final Waitlist waitlist;
  private final OfferTables offers;

  public EndWaits(TableBook book, Waitlist waitlist, OfferTables offers) {
    this.book = book;
    this.waitlist = waitlist;
    this.offers = offers;
  }

  /** How many waited in vain; nobody is told so at night. */
  public int end(Venue venue, Instant now) {
    boolean mayWrite = venue.rules().policy().writing().include(now, venue.zone());
    if (!mayWrite || waitlist.over(venue.id(), now).isEmpty()) {
      return 0;
    }
    return book.changing(
        venue.id(),
        () -> {
          List<WaitlistEntry> over = waitlist.over(venue.id(), now);
          over.forEach(entry -> end(entry, venue, now));
          return over.size();
        });
  }

  private void end(WaitlistEntry entry, Venue venue, Instant now) {
    if (entry.standing() instanceof InLine.Waiting waiting) {
      Act act = new Act("passed:" + entry.id(), "house", "its time has come", now);
      waitlist.move(entry, waiting.pass(), act);
      offers.tell(
          entry,
          venue,
          Occasion.WAITED_IN_VAIN,
          "passed",
          now,
          words -> words.waitedInVain(venue.name(), entry.wanted().day()));
    }
  }
}
