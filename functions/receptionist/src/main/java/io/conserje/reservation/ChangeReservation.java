package io.conserje.reservation;

import io.conserje.guest.Guest;
import io.conserje.reservation.Evening.Verdict;
import io.conserje.reservation.MoveReservation.Request;
import io.conserje.reservation.Outcome.Done;
import io.conserje.reservation.Outcome.Refused;
import io.conserje.venue.Venue;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Gives a reservation another time, party or part of the house. The old table is given up only when
 * the new one is kept: both happen together or not at all.
 */
public final class ChangeReservation {

  private final TableBook book;
  private final FindTable find;
  private final MoveReservation moves;

  public ChangeReservation(TableBook book) {
    this.book = book;
    this.find = new FindTable(book);
    this.moves = new MoveReservation(book);
  }

  /**
   * What is to be different; null leaves it as it is.
   *
   * @param at in the venue's own time
   * @param name whose it is from now on
   * @param phone where they are reached from now on
   */
  public record Change(
      LocalDateTime at,
      Party party,
      String zone,
      Reservation.Details details,
      String name,
      String phone) {

    public Change(LocalDateTime at, Party party, String zone, Reservation.Details details) {
      this(at, party, zone, details, null, null);
    }
  }

  public Outcome change(
      Venue venue, String reference, Change change, Asker by, String key, Instant now) {
    return change(venue, reference, _ -> change, by, key, now);
  }

  /**
   * @param change told from the reservation as it is when nobody else can change it any more
   */
  public Outcome change(
      Venue venue,
      String reference,
      Function<Reservation, Change> change,
      Asker by,
      String key,
      Instant now) {
    Request asked = new Request("change", venue, reference, by, key, now);
    List<Supplier<Outcome>> refusals = new ArrayList<>(1);
    Outcome outcome =
        moves.move(
            asked,
            reservation -> change(reservation, change.apply(reservation), asked, refusals),
            (reservation, first) -> ToTell.again(venue, reservation, first));
    return refusals.isEmpty() ? outcome : refusals.getFirst().get();
  }

  /**
   * @param refusals where a refusal is put that looks for alternatives: when others can write in
   *     the book again
   */
  private Outcome change(
      Reservation reservation, Change change, Request asked, List<Supplier<Outcome>> refusals) {
    if (!(reservation.standing() instanceof Standing.Open)
        || reservation.standing().lapsed(asked.now())
        || !reservation.period().from().isAfter(asked.now())) {
      return new Refused(Refusal.TOO_LATE);
    }
    Wish wish = wish(reservation, change, asked);
    Guest guest = guest(reservation, change, asked.venue());
    Optional<Refusal> odd =
        change.phone() == null ? Optional.empty() : BookedFor.refusal(guest, reservation.channel());
    if (odd.isPresent()) {
      return new Refused(odd.get());
    }
    if (sameSeat(reservation, wish) && guest.equals(reservation.guest())) {
      return described(reservation, change, wish, asked);
    }
    Verdict verdict = find.look(wish, reservation);
    if (verdict.plan() == null) {
      refusals.add(() -> find.refused(wish, verdict, reservation));
      return new Refused(verdict.refusal());
    }
    Reservation.Details details =
        change.details() == null ? reservation.details() : change.details();
    Entry entry =
        new Entry(
            wish,
            verdict.plan(),
            stillWaiting(reservation.standing(), wish),
            guest,
            details,
            reservation.channel(),
            reservation.conversation());
    return new Done(
        book.rewrite(reservation, entry, asked.act("changed")),
        ToTell.of(wish, verdict.plan(), details));
  }

  private static Guest guest(Reservation reservation, Change change, Venue venue) {
    Guest before = reservation.guest();
    Guest named = change.name() == null ? before : new Guest(change.name(), before.phone());
    return change.phone() == null
        ? named
        : BookedFor.dialled(new Guest(named.name(), change.phone()), venue);
  }

  /** Nobody is waited for beyond the time of the booking. */
  private static Standing stillWaiting(Standing standing, Wish wish) {
    Instant begins = wish.begins().toInstant();
    return switch (standing) {
      case Standing.Pending(Instant until) when until.isAfter(begins) ->
          new Standing.Pending(begins);
      case Standing.Held(Instant until) when until.isAfter(begins) -> new Standing.Held(begins);
      default -> standing;
    };
  }

  private static boolean sameSeat(Reservation reservation, Wish wish) {
    return wish.begins().toInstant().equals(reservation.period().from())
        && wish.party().equals(reservation.party())
        && wish.zone().equals(reservation.zone());
  }

  /** What the house should know is no reason to ask whether there is still a table. */
  private Outcome described(Reservation reservation, Change change, Wish wish, Request asked) {
    Reservation.Details details =
        change.details() == null ? reservation.details() : change.details();
    Act act = asked.act(ToTell.DESCRIBED);
    return new Done(book.describe(reservation, details, act), ToTell.of(wish, details));
  }

  private static Wish wish(Reservation reservation, Change change, Request asked) {
    LocalDateTime before =
        reservation.period().from().atZone(asked.venue().zone()).toLocalDateTime();
    return Wish.of(
        asked.venue(),
        change.at() == null ? before : change.at(),
        change.party() == null ? reservation.party() : change.party(),
        change.zone() == null ? reservation.zone() : change.zone(),
        asked.now());
  }
}
