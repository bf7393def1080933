package io.conserje.waitlist;

import io.conserje.outbound.Notices;
import io.conserje.reservation.Act;
import io.conserje.reservation.BookedFor;
import io.conserje.reservation.BookingRules;
import io.conserje.reservation.FindTable;
import io.conserje.reservation.Refusal;
import io.conserje.reservation.ReserveTable;
import io.conserje.reservation.TableBook;
import io.conserje.reservation.Wish;
import io.conserje.venue.Channel;
import io.conserje.venue.Venue;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Puts a guest in line for a table that may become free. */
public final class JoinWaitlist {

  private final TableBook book;
  private final Waitlist waitlist;
  private final Notices notices;

  /** Reasons no table that becomes free would change. */
  private static final Set<Refusal> NEVER =
      EnumSet.of(Refusal.PARTY_TOO_LARGE, Refusal.NO_SUITABLE_TABLE);

  private final FindTable find;

  public JoinWaitlist(TableBook book, Waitlist waitlist, Notices notices) {
    this.book = book;
    this.waitlist = waitlist;
    this.notices = notices;
    this.find = new FindTable(book);
  }

  /** What became of it. */
  public sealed interface Answer {
    record Joined(WaitlistEntry entry, int position) implements Answer {}

    record Refused(Refusal why) implements Answer {}
  }

  /**
   * Who is in line already, for a time of this window, keeps the place they have.
   *
   * @param key the call this comes from
   */
  public Answer join(Venue venue, Wanted wanted, ReserveTable.For asked, String key, Instant now) {
    ReserveTable.For who = asked.reachable(venue);
    return book.changing(
        venue.id(),
        () ->
            waitlist
                .byKey(venue.id(), key)
                .or(() -> inLine(venue, wanted, who))
                .map(this::joined)
                .orElseGet(() -> begin(venue, wanted, who, key, now)));
  }

  private Optional<WaitlistEntry> inLine(Venue venue, Wanted wanted, ReserveTable.For who) {
    return waitlist.of(venue.id(), who.guest().phone(), who.conversation()).stream()
        .filter(entry -> entry.wanted().overlaps(wanted))
        .findFirst();
  }

  private Answer joined(WaitlistEntry entry) {
    return new Answer.Joined(entry, waitlist.position(entry));
  }

  private Answer begin(Venue venue, Wanted wanted, ReserveTable.For who, String key, Instant now) {
    Optional<Refusal> why = refusal(venue, wanted, who, now);
    if (why.isPresent()) {
      return new Answer.Refused(why.get());
    }
    WaitlistEntry entry =
        new WaitlistEntry(
            UUID.randomUUID(),
            venue.id(),
            0,
            new InLine.Waiting(),
            wanted,
            who.guest(),
            who.details(),
            who.channel(),
            who.conversation(),
            now);
    String by = who.channel() == Channel.STAFF ? "staff" : "guest";
    return joined(waitlist.add(entry, venue, new Act(key, by, "joined", now)));
  }

  private Optional<Refusal> refusal(Venue venue, Wanted wanted, ReserveTable.For who, Instant now) {
    if (!wanted.makesSense()) {
      return Optional.of(Refusal.CLOSED);
    }
    return BookedFor.refusal(who.guest(), who.channel())
        .or(() -> unmeetable(wanted.wishes(venue, now)))
        .or(() -> reaches(venue, who) ? Optional.empty() : Optional.of(Refusal.MOBILE_NEEDED));
  }

  /** What no table that becomes free would change. */
  private Optional<Refusal> unmeetable(List<Wish> wishes) {
    List<Wish> allowed =
        wishes.stream().filter(wish -> BookingRules.refusal(wish).isEmpty()).toList();
    if (allowed.isEmpty()) {
      return BookingRules.refusal(wishes.getFirst());
    }
    return find.why(allowed.getFirst()).filter(NEVER::contains);
  }

  /** The offer comes as a message. */
  private boolean reaches(Venue venue, ReserveTable.For who) {
    String phone = who.guest().phone();
    return !venue.rules().policy().landline(phone) && notices.reaches(venue.id(), phone);
  }
}
