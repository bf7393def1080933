package io.conserje.bookload;

import io.conserje.guest.Guest;
import io.conserje.reservation.Alternative;
import io.conserje.reservation.Asker;
import io.conserje.reservation.CancelReservation;
import io.conserje.reservation.ChangeReservation;
import io.conserje.reservation.ChangeReservation.Change;
import io.conserje.reservation.ConfirmReservation;
import io.conserje.reservation.Outcome;
import io.conserje.reservation.Outcome.Done;
import io.conserje.reservation.Outcome.Refused;
import io.conserje.reservation.Party;
import io.conserje.reservation.Reservation;
import io.conserje.reservation.ReserveTable;
import io.conserje.reservation.Standing;
import io.conserje.reservation.TableBook;
import io.conserje.reservation.Wish;
import io.conserje.testkit.bench.Timings;
import io.conserje.venue.Channel;
import io.conserje.venue.Venue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/** One guest after the other, by one channel: asks, hears the answer, and asks the next thing. */
final class Client {

  private static final Instant NOW = Instant.parse("2026-11-20T11:00:00Z");

  /** From eight at night, by quarters of an hour: nine is what everybody wants. */
  private static final int[] POPULAR = {4, 4, 6, 8, 16, 14, 12, 8, 10, 6, 4, 2, 2};

  private static final int[] SIZES = {2, 2, 2, 2, 3, 4, 4, 4, 5, 6, 8};

  private final int number;
  private final List<Evening> evenings;
  private final ReserveTable reserve;
  private final ChangeReservation change;
  private final CancelReservation cancel;
  private final ConfirmReservation confirm;
  private final SplittableRandom random;
  private int calls;

  /** What it was told last of each booking, and the keys of what was done. */
  final List<Told> told = new ArrayList<>();

  final List<String> keys = new ArrayList<>();
  Timings changed = new Timings();
  Timings refused = new Timings();
  final List<Throwable> failures = new ArrayList<>();

  Client(int number, List<Evening> evenings, TableBook book) {
    this.number = number;
    this.evenings = evenings;
    this.reserve = new ReserveTable(book);
    this.change = new ChangeReservation(book);
    this.cancel = new CancelReservation(book);
    this.confirm = new ConfirmReservation(book);
    this.random = new SplittableRandom(number);
  }

  /** A booking as the client knows it; changed in place by each answer. */
  static final class Told {
    final Evening evening;
    Reservation reservation;

    Told(Evening evening, Reservation reservation) {
      this.evening = evening;
      this.reservation = reservation;
    }
  }

  /** Nobody who wished for dinner takes lunch. */
  private static final Duration NEAR = Duration.ofHours(4);

  /** What was done so far was to get warm. */
  void measure() {
    changed = new Timings();
    refused = new Timings();
  }

  void run(BooleanSupplier goesOn) {
    while (goesOn.getAsBoolean()) {
      try {
        verb();
      } catch (RuntimeException e) {
        failures.add(e);
      }
    }
  }

  private void verb() {
    Evening evening = evenings.get(random.nextInt(evenings.size()));
    Told mine = mine(evening);
    int dice = random.nextInt(100);
    double full = evening.full();
    if (mine == null || full < Evening.LEAST || full < Evening.MOST && dice < 30) {
      book(evening);
    } else if (full >= Evening.MOST || dice < 60) {
      move(mine, (key, venue) -> cancel.cancel(venue, reference(mine), Asker.STAFF, key, NOW));
    } else if (mine.reservation.standing() instanceof Standing.Expiring && dice < 85) {
      move(mine, (key, venue) -> confirm.confirm(venue, reference(mine), Asker.STAFF, key, NOW));
    } else {
      Change other = new Change(dice % 2 == 0 ? time() : null, Party.of(size()), null, null);
      move(
          mine,
          (key, venue) -> change.change(venue, reference(mine), other, Asker.STAFF, key, NOW));
    }
  }

  private static String reference(Told told) {
    return told.reservation.reference();
  }

  /** One of its bookings that still stands there. */
  private Told mine(Evening evening) {
    List<Told> open =
        told.stream()
            .skip(Math.max(0, told.size() - 60L))
            .filter(t -> t.evening == evening)
            .filter(t -> t.reservation.standing() instanceof Standing.KeepsTable)
            .toList();
    return open.isEmpty() ? null : open.get(random.nextInt(open.size()));
  }

  /** A guest who cannot have the wish takes what the house offers instead, as most do. */
  private void book(Evening evening) {
    String zone = random.nextInt(4) == 0 ? "inside" : "";
    Wish wish = Wish.of(evening.venue(), time(), Party.of(size()), zone, NOW);
    Outcome outcome = book(evening, wish);
    if (outcome instanceof Refused refused) {
      refused.alternatives().stream()
          .filter(other -> Duration.between(wish.at(), other.at()).abs().compareTo(NEAR) < 0)
          .findFirst()
          .ifPresent(other -> book(evening, instead(wish, other)));
    }
  }

  private static Wish instead(Wish wish, Alternative other) {
    String zone = other.zone().isEmpty() ? wish.zone() : other.zone();
    return Wish.of(wish.venue(), other.at(), wish.party(), zone, NOW);
  }

  private Outcome book(Evening evening, Wish wish) {
    Channel channel = random.nextBoolean() ? Channel.VOICE : Channel.WHATSAPP;
    String phone = "+346" + (10_000_000 + random.nextInt(80_000_000));
    ReserveTable.For who =
        new ReserveTable.For(new Guest("Lucía", phone), Reservation.Details.NONE, channel, null);
    String key = key();
    long begun = System.nanoTime();
    Outcome outcome = timed(begun, reserve.book(wish, who, key), key);
    if (outcome instanceof Done done) {
      told.add(new Told(evening, done.reservation()));
      evening.add(done.reservation(), 1);
    }
    return outcome;
  }

  private interface Move {
    Outcome of(String key, Venue venue);
  }

  private void move(Told mine, Move move) {
    String key = key();
    long begun = System.nanoTime();
    Outcome outcome = move.of(key, mine.evening.venue());
    if (timed(begun, outcome, key) instanceof Done done) {
      mine.evening.add(mine.reservation, -1);
      mine.evening.add(done.reservation(), 1);
      mine.reservation = done.reservation();
    }
  }

  private Outcome timed(long begun, Outcome outcome, String key) {
    long took = System.nanoTime() - begun;
    if (outcome instanceof Done) {
      changed.add(took);
      keys.add(key);
    } else {
      refused.add(took);
    }
    return outcome;
  }

  private String key() {
    return "load-" + number + "-" + ++calls;
  }

  private int size() {
    return SIZES[random.nextInt(SIZES.length)];
  }

  private LocalDateTime time() {
    int drawn = random.nextInt(96);
    int slot = 0;
    while (drawn >= POPULAR[slot]) {
      drawn -= POPULAR[slot++];
    }
    return Houses.EVENING.atTime(20, 0).plusMinutes(15L * slot);
  }
}
