package io.conserje.bookload;

import io.conserje.connectors.postgres.Sql;
import io.conserje.venue.BookingPolicy;
import io.conserje.venue.Days;
import io.conserje.venue.DiningRoom;
import io.conserje.venue.DiningTable;
import io.conserje.venue.Holidays;
import io.conserje.venue.HouseRules;
import io.conserje.venue.JoinedTables;
import io.conserje.venue.Lodging;
import io.conserje.venue.OpeningHours;
import io.conserje.venue.ServiceRule;
import io.conserje.venue.StayLength;
import io.conserje.venue.Venue;
import io.conserje.venue.VenueId;
import io.conserje.venue.Zone;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Eight houses of thirty tables, with a year of bookings behind and before them. */
final class Houses {

  /** The evening everybody wants. */
  static final LocalDate EVENING = LocalDate.parse("2026-11-21");

  private static final int HOUSES = 8;
  private static final int DAYS = 366;

  private Houses() {}

  static List<Venue> all() {
    return IntStream.rangeClosed(1, HOUSES).mapToObj(Houses::house).toList();
  }

  private static Venue house(int number) {
    return new Venue(
        new VenueId("house" + number),
        "Casa " + number,
        "restaurant",
        ZoneId.of("Europe/Madrid"),
        Locale.of("es"),
        "+34600000999",
        "Plaza 1",
        hours(),
        rules(),
        room(),
        Lodging.NONE);
  }

  private static OpeningHours hours() {
    Days daily = new Days(EnumSet.allOf(DayOfWeek.class), Days.When.ALWAYS);
    return new OpeningHours(
        List.of(
            service("lunch", daily, "13:00", "15:30"), service("dinner", daily, "20:00", "23:00")),
        List.of(),
        List.of(),
        Holidays.NONE,
        List.of());
  }

  private static ServiceRule service(String name, Days days, String first, String last) {
    return new ServiceRule(
        name, days, LocalTime.parse(first), LocalTime.parse(last), LocalTime.parse(last));
  }

  static HouseRules rules() {
    return new HouseRules(
        10,
        List.of(
            new StayLength(2, Duration.ofMinutes(90), Map.of()),
            new StayLength(4, Duration.ofMinutes(105), Map.of()),
            new StayLength(10, Duration.ofMinutes(120), Map.of())),
        Duration.ofMinutes(10),
        Duration.ofMinutes(30),
        Duration.ofDays(365),
        40,
        2,
        true,
        Duration.ofHours(2),
        List.of(),
        BookingPolicy.USUAL);
  }

  private static DiningRoom room() {
    List<DiningTable> tables = new ArrayList<>();
    for (int t = 1; t <= 30; t++) {
      String zone = t <= 10 ? "terrace" : "inside";
      int seats = t <= 8 || t > 10 && t <= 16 ? 2 : t <= 24 ? 4 : t <= 28 ? 6 : 8;
      int extended = seats >= 6 ? seats + 2 : seats;
      tables.add(new DiningTable("T" + t, zone, seats, extended, seats >= 6 ? 4 : 1, 0, true, ""));
    }
    return new DiningRoom(
        List.of(new Zone("terrace", true), new Zone("inside", false)),
        tables,
        List.of(
            new JoinedTables(List.of("T1", "T2"), 4, 3),
            new JoinedTables(List.of("T11", "T12"), 4, 3),
            new JoinedTables(List.of("T17", "T18"), 8, 5)));
  }

  /**
   * The houses and, on every day of a year but the measured evening, 17 of 30 tables taken at lunch
   * and 17 at dinner: 100,000 bookings.
   */
  static void write(List<Venue> houses, Sql sql) {
    for (Venue house : houses) {
      String id = house.id().value();
      sql.everywhere(() -> sql.update("INSERT INTO venues (id, house) VALUES (?, '{}')", id));
      sql.everywhere(() -> {
        sql.update(
            "INSERT INTO dining_tables (venue, name) SELECT ?, 'T' || t FROM generate_series(1, 30) t",
            id);
        sql.update(
            "INSERT INTO guests (id, venue, name) SELECT gen_random_uuid(), ?, 'Guest' FROM generate_series(1, 3000)",
            id);
        year(id, sql);
        return true;
      });
    }
  }

  private static void year(String house, Sql sql) {
    sql.update(
        """
        CREATE TEMP TABLE drawn ON COMMIT DROP AS
        SELECT gen_random_uuid() AS id, row_number() OVER () AS n, t, (
          (date '2026-08-01' + d) + CASE m WHEN 0 THEN time '13:00' ELSE time '20:30' END + (t %% 5) * interval '15 minutes')
          AT TIME ZONE 'Europe/Madrid' AS at
        FROM generate_series(0, %d) d, generate_series(0, 1) m, generate_series(1, 30) t
        WHERE t %% 7 < 4 AND date '2026-08-01' + d <> date '2026-11-21'
        """
            .formatted(DAYS));
    sql.update(
        """
        INSERT INTO reservations (id, venue, reference, status, starts_at, ends_at, party_size, guest, guest_name,
          guest_phone, channel, made_at)
        SELECT x.id, ?, 'R' || x.n, 'confirmed', at, at + interval '90 minutes', 2, g.id, 'Guest', '+3461' || g.number, 'staff',
          timestamptz '2026-07-01'
        FROM drawn x JOIN (SELECT id, row_number() OVER () AS number FROM guests WHERE venue = ?) g
          ON g.number = 1 + x.n % 3000
        """,
        house, house);
    sql.update(
        """
        INSERT INTO table_claims (venue, table_name, period, reservation)
        SELECT ?, 'T' || t, tstzrange(at, at + interval '100 minutes'), id FROM drawn
        """,
        house);
    sql.update(
        """
        INSERT INTO house_counts (venue, what, quarter, used, most)
        SELECT ?, 'covers', at, 2 * count(*), 40 FROM drawn GROUP BY at
        """,
        house);
    sql.update(
        """
        INSERT INTO reservation_moves (reservation, venue, status, key, who, why, at)
        SELECT id, ?, 'confirmed', 'year-' || n, 'staff', 'booked', timestamptz '2026-07-01' FROM drawn
        """,
        house);
  }
}
