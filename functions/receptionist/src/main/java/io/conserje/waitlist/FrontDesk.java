package io.conserje.waitlist;

import io.conserje.handoff.PersonRequests;
import io.conserje.handoff.TellThePerson;
import io.conserje.outbound.Notices;
import io.conserje.reservation.ConfirmByMessage;
import io.conserje.reservation.TableBook;
import io.conserje.reservation.WatchedBook;
import io.conserje.venue.Venues;
import java.util.List;

/**
 * The book with everybody who acts on it: guests are asked for their yes, and what becomes free
 * goes to the waitlist, whichever verb it was.
 */
public record FrontDesk(
    TableBook book, JoinWaitlist join, LeaveWaitlist leave, OfferTables offers, EndWaits ends) {

  public static FrontDesk of(
      TableBook plain, Waitlist waitlist, Notices notices, PersonRequests requests, Venues venues) {
    OfferTables offers = new OfferTables(plain, waitlist, notices);
    TableBook watched =
        new WatchedBook(
            plain,
            notices,
            List.of(
                new ConfirmByMessage(notices, venues),
                new FollowOffers(waitlist, offers, venues),
                new TellThePerson(requests)));
    return new FrontDesk(
        watched,
        new JoinWaitlist(plain, waitlist, notices),
        new LeaveWaitlist(watched, waitlist),
        offers,
        new EndWaits(plain, waitlist, offers));
  }
}
