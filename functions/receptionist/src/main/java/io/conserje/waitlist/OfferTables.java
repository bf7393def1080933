package io.conserje.waitlist;

import io.conserje.outbound.Notice;
import io.conserje.outbound.NoticeFacts;
import io.conserje.outbound.NoticeWording;
import io.conserje.outbound.Notices;
import io.conserje.reservation.Act;
import io.conserje.reservation.FindTable;
import io.conserje.reservation.Outcome.Done;
import io.conserje.reservation.Reservation;
import io.conserje.reservation.ReserveTable;
import io.conserje.reservation.Standing;
import io.conserje.reservation.TableBook;
import io.conserje.reservation.Wish;
import io.conserje.venue.Correspondence.Occasion;
import io.conserje.venue.Sitting;
import io.conserje.venue.Venue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Gives what is free to whoever waits for it, in the order of the line: the table is held, and the
 * guest is asked. Who waits for something that is not free is passed over and keeps the place.
 */
public final class OfferTables {

  /** A wish for tonight may be for half past midnight, which is tomorrow. */
  private static final int DAYS_AROUND = 1;

  private static final int FARTHEST_DAYS = 400;

  /** Tables given in one piece of work, while nobody else writes in the book. */
  private static final int MOST_AT_ONCE = 5;

  private final TableBook book;
  private final Waitlist waitlist;
  private final Notices notices;
  private final FindTable find;
  private final ReserveTable reserve;

  public OfferTables(TableBook book, Waitlist waitlist, Notices notices) {
    this.book = book;
    this.waitlist = waitlist;
    this.notices = notices;
    this.find = new FindTable(book);
    this.reserve = new ReserveTable(book);
  }

  /**
   * How many were offered a table now. It goes from evening to evening and lets others write in the
   * book in between.
   */
  public int offer(Venue venue, Instant now) {
    LocalDate today = now.atZone(venue.zone()).toLocalDate();
    LocalDate farthest = today.plusDays(FARTHEST_DAYS);
    return waitlist.waiting(venue.id(), today.minusDays(DAYS_AROUND), farthest).stream()
        .map(entry -> entry.wanted().day())
        .distinct()
        .mapToInt(day -> evening(day, venue, now))
        .sum();
  }

  private int evening(LocalDate day, Venue venue, Instant now) {
    int all = 0;
    int offered = MOST_AT_ONCE;
    while (offered == MOST_AT_ONCE) {
      offered = offer(venue, day, day, now);
      all += offered;
    }
    return all;
  }

  /**
   * As {@link #offer(Venue, Instant)}, when something became free that day, and in one piece: a few
   * at most, the rest is found by the next run.
   */
  int around(LocalDate day, Venue venue, Instant now) {
    return offer(venue, day.minusDays(DAYS_AROUND), day.plusDays(DAYS_AROUND), now);
  }

  private int offer(Venue venue, LocalDate from, LocalDate to, Instant now) {
    if (waitlist.waiting(venue.id(), from, to).isEmpty()) {
      return 0;
    }
    return book.changing(venue.id(), () -> new Line(venue, from, to, now).offer());
  }

  /** Those who wait, against one look at the book, which is taken again when it has changed. */
  private final class Line {
    private final Venue venue;
    private final LocalDate from;
    private final LocalDate to;
    private final Instant now;

    /** What was not free a moment ago, for the like of them, is not free now. */
    private final Set<List<Object>> full = new HashSet<>();

    private Predicate<Wish> free;

    Line(Venue venue, LocalDate from, LocalDate to, Instant now) {
      this.venue = venue;
      this.from = from;
      this.to = to;
      this.now = now;
    }

    int offer() {
      int offered = 0;
      free = find.free(venue, from, to);
      for (WaitlistEntry entry : waitlist.waiting(venue.id(), from, to)) {
        if (offered < MOST_AT_ONCE && offer(entry)) {
          offered++;
          free = find.free(venue, from, to);
        }
      }
      return offered;
    }

    private boolean offer(WaitlistEntry entry) {
      return firstFree(entry.wanted().wishes(venue, now))
          .filter(_ -> notices.reaches(venue.id(), entry.guest().phone()))
          .flatMap(wish -> hold(entry, wish))
          .map(held -> ask(entry, held, venue, now))
          .isPresent();
    }

    private Optional<Wish> firstFree(List<Wish> wishes) {
      return wishes.stream().filter(this::mayBeOffered).filter(this::isFree).findFirst();
    }

    private boolean isFree(Wish wish) {
      List<Object> like = List.of(wish.at(), wish.party(), wish.zone());
      boolean is = !full.contains(like) && free.test(wish);
      if (!is) {
        full.add(like);
      }
      return is;
    }

    /** Who waits for tonight may be written to as late as the evening goes. */
    private boolean mayBeOffered(Wish wish) {
      return venue.rules().policy().writing().include(now, venue.zone())
          || wish.sitting() != null && hasBegun(wish.sitting());
    }

    private boolean hasBegun(Sitting sitting) {
      return venue.hours().sittingsOf(sitting.day()).stream()
          .filter(other -> other.service().equals(sitting.service()))
          .anyMatch(other -> !local(now, venue).isBefore(other.first()));
    }
  }

  private Optional<Reservation> hold(WaitlistEntry entry, Wish wish) {
    Instant begins = wish.begins().toInstant();
    Instant later = wish.now().plus(wish.venue().rules().policy().offer());
    Act act = new Act(entry.offerKey(), "house", "offered from the waitlist", wish.now());
    ReserveTable.For who =
        new ReserveTable.For(entry.guest(), entry.details(), entry.channel(), entry.conversation());
    Standing.Held held = new Standing.Held(later.isBefore(begins) ? later : begins);
    return reserve.hold(wish, who, act, held) instanceof Done done
        ? Optional.of(done.reservation())
        : Optional.empty();
  }

  private WaitlistEntry ask(WaitlistEntry entry, Reservation held, Venue venue, Instant now) {
    Instant until = held.standing().endsBy();
    LocalDateTime at = local(held.period().from(), venue);
    Map<String, String> facts =
        NoticeFacts.of(
            entry.guest(),
            at,
            held.party().size(),
            held.reference(),
            local(until, venue),
            language(entry, venue));
    tell(
        entry,
        venue,
        Occasion.OFFER,
        facts,
        "offer",
        now,
        words ->
            words.offered(
                venue.name(), at, held.party().size(), held.reference(), local(until, venue)));
    InLine.Offered offered = ((InLine.Waiting) entry.standing()).offer(held.id(), until);
    return waitlist.move(
        entry, offered, new Act(entry.offerKey(), "house", "offered a table", now));
  }

  /** Says something once to somebody in line. */
  void tell(
      WaitlistEntry entry,
      Venue venue,
      Occasion occasion,
      String what,
      Instant now,
      Function<NoticeWording, String> text) {
    tell(entry, venue, occasion, NoticeFacts.of(entry.guest()), what, now, text);
  }

  private void tell(
      WaitlistEntry entry,
      Venue venue,
      Occasion occasion,
      Map<String, String> facts,
      String what,
      Instant now,
      Function<NoticeWording, String> text) {
    Locale language = language(entry, venue);
    Notice notice =
        new Notice(
            venue.id(),
            entry.guest().phone(),
            language,
            text.apply(NoticeWording.in(language)),
            entry.offerKey() + ":" + what,
            now);
    notices.say(notice.about(occasion, facts));
  }

  private static Locale language(WaitlistEntry entry, Venue venue) {
    String spoken = entry.details().language();
    return spoken.isEmpty() ? venue.language() : Locale.forLanguageTag(spoken);
  }

  static LocalDateTime local(Instant moment, Venue venue) {
    return moment.atZone(venue.zone()).toLocalDateTime();
  }
}
