package io.conserje.waitlist;

import io.conserje.reservation.Act;
import io.conserje.reservation.BookWatcher;
import io.conserje.reservation.Entry;
import io.conserje.reservation.Reservation;
import io.conserje.reservation.Standing;
import io.conserje.venue.Correspondence.Occasion;
import io.conserje.venue.Venue;
import io.conserje.venue.Venues;

/**
 * Keeps the line in step with the book: an offer that is taken, declined or let pass ends its
 * entry, and a table that becomes free is offered to the next in line at once.
 */
public final class FollowOffers implements BookWatcher {

  private final Waitlist waitlist;
  private final OfferTables offers;
  private final Venues venues;

  public FollowOffers(Waitlist waitlist, OfferTables offers, Venues venues) {
    this.waitlist = waitlist;
    this.offers = offers;
    this.venues = venues;
  }

  @Override
  public void moved(Reservation before, Reservation after, Act act) {
    boolean held = before.standing() instanceof Standing.Held;
    boolean frees = !(after.standing() instanceof Standing.KeepsTable);
    if (held || frees) {
      Venue venue = venues.byId(before.venue()).orElseThrow();
      waitlist
          .byReservation(before.venue(), before.id())
          .ifPresent(entry -> answered(entry, before, after, venue, act));
      if (frees) {
        offerWhatIsFree(before, venue, act);
      }
    }
  }

  @Override
  public void rewritten(Reservation before, Entry entry, Reservation after, Act act) {
    offerWhatIsFree(before, entry.wish().venue(), act);
  }

  private void offerWhatIsFree(Reservation before, Venue venue, Act act) {
    offers.around(OfferTables.local(before.period().from(), venue).toLocalDate(), venue, act.at());
  }

  private void answered(
      WaitlistEntry entry, Reservation before, Reservation after, Venue venue, Act act) {
    if (!(entry.standing() instanceof InLine.Offered offered)) {
      return;
    }
    InLine next =
        switch (after.standing()) {
          case Standing.Confirmed _ -> offered.take();
          case Standing.Cancelled _ -> offered.decline();
          case Standing.Expired _ -> offered.expire();
          default -> offered;
        };
    if (next.equals(offered)) {
      return;
    }
    waitlist.move(entry, next, new Act(act.key() + ":waitlist", act.who(), act.why(), act.at()));
    if (next instanceof InLine.Expired) {
      offers.tell(
          entry,
          venue,
          Occasion.OFFER_OVER,
          "over",
          act.at(),
          words ->
              words.offerOver(
                  venue.name(),
                  OfferTables.local(before.period().from(), venue),
                  before.party().size()));
    }
  }
}
