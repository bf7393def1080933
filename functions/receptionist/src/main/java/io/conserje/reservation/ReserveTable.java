package io.conserje.reservation;

import io.conserje.guest.Guest;
import io.conserje.reservation.Evening.Verdict;
import io.conserje.reservation.Outcome.Done;
import io.conserje.reservation.Outcome.Refused;
import io.conserje.venue.Channel;
import io.conserje.venue.Venue;
import io.conserje.venue.VenueId;
import java.util.Optional;
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

  /** What is answered, and after how much of a look at the book. */
  private record Answer(Outcome outcome, Verdict verdict) {
    static Answer to(Outcome outcome) {
      return new Answer(outcome, null);
    }

    static Answer no(Verdict verdict) {
      return new Answer(new Refused(verdict.refusal()), verdict);
    }
  }

  /** Alternatives are looked for when others can write in the book again. */
  private Outcome write(Wish wish, For asked, Act act, Function<Wish, Standing> first) {
    For who = asked.reachable(wish.venue());
    Answer answer = book.changing(wish.venue().id(), () -> answer(wish, who, act, first));
    return answer.verdict() == null ? answer.outcome() : find.refused(wish, answer.verdict(), null);
  }

  private Answer answer(Wish wish, For who, Act act, Function<Wish, Standing> first) {
    VenueId house = wish.venue().id();
    Optional<Refusal> never =
        BookedFor.refusal(who.guest(), who.channel()).or(() -> BookingRules.refusal(wish));
    if (never.isPresent()) {
      return book.byKey(house, act.key())
          .map(before -> Answer.to(again(wish.venue(), before, who, act.key())))
          .orElseGet(() -> Answer.no(Verdict.no(never.get())));
    }
    TableBook.Opened opened = book.open(house, act.key(), find.around(wish));
    return opened
        .before()
        .map(before -> Answer.to(again(wish.venue(), before, who, act.key())))
        .orElseGet(() -> seat(wish, who, act, first.apply(wish), opened.page()));
  }

  /** What the call did the first time, unless somebody else's call has used its key. */
  private Outcome again(Venue venue, Reservation before, For who, String key) {
    if (!before.guest().equals(who.guest())) {
      return new Refused(Refusal.KEY_TAKEN);
    }
    Act first = book.act(venue.id(), key).orElseThrow();
    return new Done(before, ToTell.again(venue, before, first));
  }

  private Answer seat(Wish wish, For who, Act act, Standing first, Page page) {
    Verdict verdict = find.evening(wish.venue(), page).judge(wish);
    if (verdict.plan() == null) {
      return Answer.no(verdict);
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
    return Answer.to(
        new Done(book.write(entry, act), ToTell.of(wish, verdict.plan(), who.details())));
  }

  private static String who(For who) {
    return who.channel() == Channel.STAFF ? "staff" : "guest";
  }
}
