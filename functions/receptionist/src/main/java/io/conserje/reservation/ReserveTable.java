package io.conserje.reservation;

import io.conserje.guest.Guest;
import io.conserje.reservation.Evening.Verdict;
import io.conserje.reservation.Outcome.Done;
import io.conserje.reservation.Outcome.Refused;
import io.conserje.venue.Channel;
import io.conserje.venue.Venue;
import java.util.UUID;
import java.util.function.Function;

/** Keeps a table for a party. */
public final class ReserveTable {

  private final TableBook book;
  private final FindTable find;

  public ReserveTable(TableBook book) {
    this.book = book;
    this.find = new FindTable(book);
  }

  /**
   * Who books, over what.
   *
   * @param conversation where it was made, or null
   */
  public record For(Guest guest, Reservation.Details details, Channel channel, UUID conversation) {

    /** The guest's number as the house dials it. */
    public For reachable(Venue venue) {
      return new For(BookedFor.dialled(guest, venue), details, channel, conversation);
    }
  }

  /**
   * Books, or says why not. Called again with the same key it says again what it did.
   *
   * @param key the call this comes from
   */
  public Outcome book(Wish wish, For who, String key) {
    return write(
        wish,
        who,
        new Act("book:" + key, who(who), "booked", wish.now()),
        w -> confirmation(w, who).first(w));
  }

  /** Whether and how a guest who books so is asked for a yes. */
  public Confirmation confirmation(Wish wish, For who) {
    String phone = BookedFor.dialled(who.guest(), wish.venue()).phone();
    return Confirmation.needed(
        wish, who.channel(), phone, number -> book.writesTo(wish.venue().id(), number));
  }

  /** Keeps the table for as long as the house holds one, for somebody who is still deciding. */
  public Outcome hold(Wish wish, For who, String key) {
    return hold(
        wish,
        who,
        new Act("hold:" + key, who(who), "held", wish.now()),
        new Standing.Held(wish.now().plus(wish.venue().rules().policy().hold())));
  }

  /** Keeps the table until {@code held} says. */
  public Outcome hold(Wish wish, For who, Act act, Standing.Held held) {
    return write(wish, who, act, _ -> held);
  }

  private Outcome write(Wish wish, For asked, Act act, Function<Wish, Standing> first) {
    For who = asked.reachable(wish.venue());
    Outcome outcome =
        book.changing(
            wish.venue().id(),
            () ->
                book.byKey(wish.venue().id(), act.key())
                    .map(before -> again(wish.venue(), before, who, act.key()))
                    .orElseGet(() -> anew(wish, who, act, first)));
    return outcome instanceof Refused(var why, var _) ? find.refused(wish, why, null) : outcome;
  }

  /** What the call did the first time, unless somebody else's call has used its key. */
  private Outcome again(Venue venue, Reservation before, For who, String key) {
    if (!before.guest().equals(who.guest())) {
      return new Refused(Refusal.KEY_TAKEN);
    }
    Act first = book.act(venue.id(), key).orElseThrow();
    return new Done(before, ToTell.again(venue, before, first));
  }

  private Outcome anew(Wish wish, For who, Act act, Function<Wish, Standing> first) {
    return BookedFor.refusal(who.guest(), who.channel())
        .<Outcome>map(Refused::new)
        .orElseGet(() -> seat(wish, who, act, first.apply(wish)));
  }

  private Outcome seat(Wish wish, For who, Act act, Standing first) {
    Verdict verdict = find.look(wish, null);
    if (verdict.plan() == null) {
      return new Refused(verdict.refusal());
    }
    Entry entry =
        new Entry(
            wish,
            verdict.plan(),
            first,
            who.guest(),
            who.details(),
            who.channel(),
            who.conversation());
    return new Done(book.write(entry, act), ToTell.of(wish, verdict.plan(), who.details()));
  }

  private static String who(For who) {
    return who.channel() == Channel.STAFF ? "staff" : "guest";
  }
}
