package io.conserje.waitlist;

import io.conserje.reservation.Act;
import io.conserje.reservation.Asker;
import io.conserje.reservation.Reservation;
import io.conserje.reservation.Standing;
import io.conserje.reservation.TableBook;
import io.conserje.venue.VenueId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes somebody out of the line, and their offer back. */
public final class LeaveWaitlist {

  private final TableBook book;
  private final Waitlist waitlist;

  /**
   * @param book watched, so that an offer that is given back goes to the next in line
   */
  public LeaveWaitlist(TableBook book, Waitlist waitlist) {
    this.book = book;
    this.waitlist = waitlist;
  }

  /** The entry as it is now; empty when there is none. Who has left before stays out. */
  public Optional<WaitlistEntry> leave(VenueId venue, UUID id, Act act) {
    return book.changing(venue, () -> waitlist.byId(venue, id).map(entry -> leave(entry, act)));
  }

  /** Takes this guest out of every line; those they were in. */
  public List<WaitlistEntry> leave(VenueId venue, Asker guest, String key, Instant now) {
    return book.changing(
        venue,
        () ->
            waitlist.of(venue, guest.phone(), guest.conversation()).stream()
                .map(e -> leave(e, new Act(key + ":" + e.id(), guest.who(), "left", now)))
                .toList());
  }

  private WaitlistEntry leave(WaitlistEntry entry, Act act) {
    return switch (entry.standing()) {
      case InLine.Waiting waiting -> waitlist.move(entry, waiting.leave(), act);
      case InLine.Offered offered -> giveBack(entry, offered, act);
      default -> entry;
    };
  }

  private WaitlistEntry giveBack(WaitlistEntry entry, InLine.Offered offered, Act act) {
    Optional<Reservation> held = book.byKey(entry.venue(), entry.offerKey());
    if (held.isPresent() && held.get().standing() instanceof Standing.Held kept) {
      book.move(held.get(), kept.cancel(), act);
    }
    return waitlist.byId(entry.venue(), entry.id()).orElseThrow();
  }
}
