package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.conserje.guest.Guest;
import io.conserje.reservation.Asker;
import io.conserje.reservation.CancelReservation;
import io.conserje.reservation.ChangeReservation;
import io.conserje.reservation.ChangeReservation.Change;
import io.conserje.reservation.ConfirmReservation;
import io.conserje.reservation.ExpireHolds;
import io.conserje.reservation.Outcome;
import io.conserje.reservation.Outcome.Done;
import io.conserje.reservation.Outcome.Refused;
import io.conserje.reservation.Party;
import io.conserje.reservation.ReceiveParty;
import io.conserje.reservation.Reservation;
import io.conserje.reservation.ReserveTable;
import io.conserje.reservation.TableBook;
import io.conserje.reservation.Wish;
import io.conserje.venue.BookingPolicy;
import io.conserje.venue.Channel;
import io.conserje.venue.Days;
import io.conserje.venue.DiningRoom;
import io.conserje.venue.DiningTable;
import io.conserje.venue.Holidays;
import io.conserje.venue.HouseRules;
import io.conserje.venue.JoinedTables;
import io.conserje.venue.Lodging;
import io.conserje.venue.NoticeDish;
import io.conserje.venue.OpeningHours;
import io.conserje.venue.ServiceRule;
import io.conserje.venue.SittingRule;
import io.conserje.venue.StayLength;
import io.conserje.venue.Venue;
import io.conserje.venue.VenueId;
import io.conserje.venue.Zone;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** A house for one test: dinner from eight, two hours a party, and what the test adds. */
final class Casa {

  static final Instant NOW = Instant.parse("2026-11-20T11:00:00Z");
  static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
  private static final Days DAILY = new Days(EnumSet.allOf(DayOfWeek.class), Days.When.ALWAYS);
  private static int number;

  private final Database database;
  private final VenueId id;
  private List<DiningTable> tables = List.of();
  private List<JoinedTables> joins = List.of();
  private List<SittingRule> sittings = List.of();
  private LocalTime closes = LocalTime.of(1, 0);
  private Duration buffer = Duration.ZERO;
  private Duration largeTablesUntil = Duration.ZERO;
  private int covers;
  private int highChairs;
  private boolean reseat = true;
  private List<NoticeDish> dishes = List.of();
  private int calls;
  Instant now = NOW;

  Casa(Database database) {
    this.database = database;
    this.id = new VenueId("casa" + ++number);
  }

  static DiningTable table(String name, String zone, int seats) {
    return DiningTable.of(name, zone, seats);
  }

  static DiningTable table(String name, int seats, int extended, int fewest, String tell) {
    return new DiningTable(name, "inside", seats, extended, fewest, 0, true, tell);
  }

  Casa tables(DiningTable... all) {
    database.update("INSERT INTO venues (id, house) VALUES (?, '{}')", id.value());
    for (DiningTable table : all) {
      database.update(
          "INSERT INTO dining_tables (venue, name) VALUES (?, ?)", id.value(), table.name());
    }
    tables = List.of(all);
    return this;
  }

  Casa join(int seats, String... names) {
    joins = List.of(new JoinedTables(List.of(names), seats, 1));
    return this;
  }

  Casa sittings(SittingRule.Times... times) {
    sittings = List.of(new SittingRule("dinner", DAILY, List.of(times)));
    return this;
  }

  static SittingRule.Times sitting(String first, String last, String until) {
    return new SittingRule.Times(
        LocalTime.parse(first),
        LocalTime.parse(last),
        until == null ? null : LocalTime.parse(until));
  }

  Casa buffer(int minutes) {
    buffer = Duration.ofMinutes(minutes);
    return this;
  }

  Casa largeTablesUntil(int hours) {
    largeTablesUntil = Duration.ofHours(hours);
    return this;
  }

  Casa limits(int coversPerQuarter, int chairs) {
    covers = coversPerQuarter;
    highChairs = chairs;
    return this;
  }

  Casa nobodyIsMoved() {
    reseat = false;
    return this;
  }

  Casa closes(String clock) {
    closes = LocalTime.parse(clock);
    return this;
  }

  Casa dish(String name, int hours, String... words) {
    dishes = List.of(new NoticeDish(name, List.of(words), Duration.ofHours(hours)));
    return this;
  }

  Venue venue() {
    return new Venue(
        id,
        "Casa",
        "restaurant",
        MADRID,
        Locale.of("es"),
        "+34600000999",
        "Plaza 1",
        new OpeningHours(
            List.of(
                new ServiceRule("dinner", DAILY, LocalTime.of(20, 0), LocalTime.of(23, 0), closes)),
            sittings,
            List.of(),
            Holidays.NONE,
            List.of()),
        new HouseRules(
            10,
            List.of(new StayLength(10, Duration.ofMinutes(120), Map.of())),
            buffer,
            Duration.ofMinutes(30),
            Duration.ofDays(365),
            covers,
            highChairs,
            reseat,
            largeTablesUntil,
            dishes,
            BookingPolicy.USUAL),
        new DiningRoom(
            List.of(new Zone("inside", false), new Zone("terrace", true)), tables, joins),
        Lodging.NONE);
  }

  TableBook book() {
    return new PostgresTableBook(database.sql, new Random(1));
  }

  String key() {
    return "call-" + ++calls;
  }

  /** A time on the evening of 21 November. */
  static LocalDateTime at(String clock) {
    return LocalDateTime.parse("2026-11-21T" + clock);
  }

  static Instant instant(String clock) {
    return at(clock).atZone(MADRID).toInstant();
  }

  /** Confirmed at once: it comes from the number it is for. */
  Outcome ask(String clock, Party party, String zone) {
    return ask(clock, party, zone, Channel.WHATSAPP, "+34600000101");
  }

  Outcome ask(String clock, Party party, String zone, Channel channel, String phone) {
    return ask(
        at(clock), party, zone, channel, new Guest("Lucía", phone), Reservation.Details.NONE);
  }

  Outcome ask(
      LocalDateTime at,
      Party party,
      String zone,
      Channel channel,
      Guest guest,
      Reservation.Details details) {
    return new ReserveTable(book())
        .book(
            Wish.of(venue(), at, party, zone, now),
            new ReserveTable.For(guest, details, channel, null),
            key());
  }

  Reservation confirmed(String clock, int party) {
    return done(ask(clock, Party.of(party), ""));
  }

  /** Spoken, for a mobile: waits for a yes. */
  Reservation pending(String clock, int party) {
    return done(ask(clock, Party.of(party), "", Channel.VOICE, "+34600000102"));
  }

  Reservation held(String clock, int party) {
    return done(
        new ReserveTable(book())
            .hold(
                Wish.of(venue(), at(clock), Party.of(party), "", now),
                new ReserveTable.For(
                    new Guest("Lucía", "+34600000103"),
                    Reservation.Details.NONE,
                    Channel.WHATSAPP,
                    null),
                key()));
  }

  Outcome confirm(Reservation made) {
    return new ConfirmReservation(book())
        .confirm(venue(), made.reference(), Asker.STAFF, key(), now);
  }

  Outcome cancel(Reservation made) {
    return new CancelReservation(book()).cancel(venue(), made.reference(), Asker.STAFF, key(), now);
  }

  Outcome change(Reservation made, String clock, Party party, String zone) {
    Change change = new Change(clock == null ? null : at(clock), party, zone, null);
    return change(made, change);
  }

  Outcome change(Reservation made, Change change) {
    return new ChangeReservation(book())
        .change(venue(), made.reference(), change, Asker.STAFF, key(), now);
  }

  Outcome sitDown(Reservation made) {
    return new ReceiveParty(book()).seat(venue(), made.reference(), key(), now);
  }

  Outcome leave(Reservation made) {
    return new ReceiveParty(book()).finish(venue(), made.reference(), key(), now);
  }

  Outcome missed(Reservation made) {
    return new ReceiveParty(book()).missed(venue(), made.reference(), key(), now);
  }

  List<Reservation> expire() {
    return new ExpireHolds(book()).expire(venue(), now);
  }

  /** As the book has it now. */
  Reservation now(Reservation made) {
    return book().byReference(id, made.reference()).orElseThrow();
  }

  BookRows rows() {
    return BookRows.of(database.sql, id);
  }

  List<String> moves(Reservation made) {
    return database.list(
        "SELECT status, who, why FROM reservation_moves WHERE reservation = ? ORDER BY number",
        row -> row.text("status") + ": " + row.text("who") + ", " + row.text("why"),
        made.id());
  }

  static Reservation done(Outcome outcome) {
    return assertInstanceOf(Done.class, outcome).reservation();
  }

  static Refused refused(Outcome outcome) {
    return assertInstanceOf(Refused.class, outcome);
  }
}
