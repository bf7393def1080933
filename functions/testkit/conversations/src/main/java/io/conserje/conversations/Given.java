package io.conserje.conversations;

import io.conserje.guest.Guest;
import io.conserje.reservation.Block;
import io.conserje.reservation.BlockTable;
import io.conserje.reservation.Outcome;
import io.conserje.reservation.Party;
import io.conserje.reservation.Period;
import io.conserje.reservation.ReceiveParty;
import io.conserje.reservation.Reservation;
import io.conserje.reservation.ReserveTable;
import io.conserje.reservation.Wish;
import io.conserje.venue.Channel;
import io.conserje.venue.DiningTable;
import io.conserje.venue.Venue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes what was in the book before, by the verbs staff and guests use. */
final class Given {

  private static final Duration LONG_BEFORE = Duration.ofDays(3);

  private final Ground ground;
  private final Venue venue;
  private final Scenario scenario;
  private final Instant now;
  private final Map<String, String> references = new HashMap<>();
  private final GivenStays stays;
  private int written;

  private Given(Ground ground, Scenario scenario, Instant now) {
    this.ground = ground;
    this.venue = ground.venue(scenario.house());
    this.scenario = scenario;
    this.now = now;
    this.stays = new GivenStays(ground.stays, venue, scenario, now, references);
  }

  /** The references of what has a name. */
  static Map<String, String> write(Ground ground, Scenario scenario, Instant now) {
    Given given = new Given(ground, scenario, now);
    scenario.given().stream().filter(g -> g.has("reservation")).forEach(given::reservation);
    scenario.given().stream().filter(g -> g.has("stay")).forEach(given.stays::stay);
    scenario.given().stream().filter(g -> g.has("full")).forEach(given::full);
    scenario.given().stream().filter(g -> g.has("rooms_full")).forEach(given.stays::full);
    return given.references;
  }

  private void reservation(Fields entry) {
    Fields wanted =
        entry
            .only("reservation")
            .map("reservation")
            .only("as", "date", "time", "people", "name", "phone", "status", "zone", "notes");
    LocalDateTime at = wanted.date("date").atTime(wanted.time("time"));
    boolean past = at.atZone(venue.zone()).toInstant().isBefore(now);
    boolean pending = wanted.text("status").equals("pending");
    Instant made = past ? at.atZone(venue.zone()).toInstant().minus(LONG_BEFORE) : now;
    Wish wish = Wish.of(venue, at, Party.of(wanted.number("people", 2)), wanted.text("zone"), made);
    String key = "given-" + ++written;
    Outcome outcome =
        new ReserveTable(ground.desk.book())
            .book(
                pending ? wish : wish.answeredFor(),
                new ReserveTable.For(
                    new Guest(wanted.needed("name"), wanted.text("phone", scenario.from())),
                    Reservation.Details.notes(wanted.text("notes")),
                    pending ? Channel.VOICE : Channel.STAFF,
                    null),
                key);
    if (!(outcome instanceof Outcome.Done(Reservation reservation, var _))) {
      throw new IllegalStateException(entry.where() + ": not to be booked: " + outcome);
    }
    if (past) {
      finish(reservation, key);
    }
    if (wanted.has("as")) {
      references.put(wanted.text("as"), reservation.reference());
    }
  }

  private void finish(Reservation reservation, String key) {
    ReceiveParty staff = new ReceiveParty(ground.desk.book());
    String reference = reservation.reference();
    staff.seat(venue, reference, key, reservation.period().from());
    if (reservation.period().to().isBefore(now)) {
      staff.finish(venue, reference, key, reservation.period().to());
    }
  }

  /** Every table is out of use for as long as nobody sits there. */
  private void full(Fields entry) {
    Fields wanted = entry.only("full").map("full").only("date", "from", "to", "zone");
    Period all = period(wanted);
    List<String> tables =
        venue.room().tables().stream()
            .filter(t -> !wanted.has("zone") || t.zone().equals(wanted.text("zone")))
            .map(DiningTable::name)
            .toList();
    tables.forEach(table -> block(table, all));
  }

  private Period period(Fields wanted) {
    LocalDate date = wanted.date("date");
    LocalTime from = wanted.time("from");
    LocalTime to = wanted.time("to");
    LocalDate last = to.isAfter(from) ? date : date.plusDays(1);
    return new Period(
        date.atTime(from).atZone(venue.zone()).toInstant(),
        last.atTime(to).atZone(venue.zone()).toInstant());
  }

  private void block(String table, Period all) {
    Instant free = all.from();
    for (Period kept : kept(table, all)) {
      if (kept.from().isAfter(free)) {
        block(table, free, kept.from());
      }
      free = kept.to().isAfter(free) ? kept.to() : free;
    }
    if (all.to().isAfter(free)) {
      block(table, free, all.to());
    }
  }

  private List<Period> kept(String table, Period all) {
    return ground.sql.everywhere(() ->
        ground.sql.list(
            """
            SELECT begins, ends FROM table_claims
            WHERE venue = ? AND table_name = ? AND begins < ? AND ends > ? ORDER BY begins
            """,
            row -> new Period(row.instant("begins"), row.instant("ends")),
            venue.id().value(),
            table,
            all.to(),
            all.from()));
  }

  private void block(String table, Instant from, Instant to) {
    new BlockTable(ground.desk.book())
        .block(venue, new Block(UUID.randomUUID(), table, new Period(from, to), "taken"))
        .ifPresent(no -> {
          throw new IllegalStateException(scenario.title() + ": table " + table + ": " + no);
        });
  }
}
