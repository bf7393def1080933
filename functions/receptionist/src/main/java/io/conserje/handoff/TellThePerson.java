package io.conserje.handoff;

import io.conserje.reservation.Act;
import io.conserje.reservation.BookWatcher;
import io.conserje.reservation.Entry;
import io.conserje.reservation.Reservation;
import java.time.LocalDateTime;

/** Lets the person who has a group to see to know that its guest has booked a table meanwhile. */
public final class TellThePerson implements BookWatcher {

  private final PersonRequests requests;

  public TellThePerson(PersonRequests requests) {
    this.requests = requests;
  }

  @Override
  public void written(Entry entry, Reservation made, Act act) {
    if (made.conversation() != null) {
      LocalDateTime at = entry.wish().at();
      String note =
          "[Booked for %d on %s at %s, %s]"
              .formatted(made.party().size(), at.toLocalDate(), at.toLocalTime(), made.reference());
      requests.booked(made.venue(), made.conversation(), at.toLocalDate(), note, act.at());
    }
  }
}
