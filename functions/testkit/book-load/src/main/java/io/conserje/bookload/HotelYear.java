package io.conserje.bookload;

import io.conserje.connectors.postgres.Sql;
import io.conserje.stay.RoomCalendar;
import io.conserje.stay.StayBook;
import io.conserje.testkit.bench.Timings;
import io.conserje.venue.DiningRoom;
import io.conserje.venue.Lodging;
import io.conserje.venue.LodgingRules;
import io.conserje.venue.LodgingTax;
import io.conserje.venue.LodgingTerms;
import io.conserje.venue.OpeningHours;
import io.conserje.venue.Rate;
import io.conserje.venue.RoomType;
import io.conserje.venue.Season;
import io.conserje.venue.Venue;
import io.conserje.venue.VenueId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** A hotel of fifty rooms, ten of each of five types, with a year of stays: five in six nights. */
final class HotelYear {

  private static final LocalDate FIRST = LocalDate.parse("2026-08-01");
  private static final int ROOMS = 50;
  private static final int OF_A_TYPE = 10;
  private static final List<String> TYPES =
      List.of("individual", "doble", "superior", "familiar", "suite");

  static final Venue HOTEL =
      new Venue(
          new VenueId("hotel"),
          "Hotel",
          "hotel",
          ZoneId.of("Europe/Madrid"),
          Locale.of("es"),
          "+34600000998",
          "Plaza 2",
          OpeningHours.NONE,
          Houses.rules(),
          DiningRoom.NONE,
          lodging());

  private HotelYear() {}

  private static Lodging lodging() {
    return new Lodging(
        "EUR",
        LocalTime.of(15, 0),
        LocalTime.NOON,
        LodgingTax.NONE,
        IntStream.range(0, TYPES.size()).mapToObj(HotelYear::type).toList(),
        List.of(
            new Season(
                "year",
                List.of(),
                null,
                TYPES.stream().map(t -> new Rate(t, 9_000, Map.of(), 0, 0, 0)).toList())),
        List.of(),
        LodgingRules.USUAL,
        LodgingTerms.USUAL);
  }

  private static RoomType type(int number) {
    List<String> rooms =
        IntStream.rangeClosed(1, OF_A_TYPE)
            .mapToObj(r -> String.valueOf(number * OF_A_TYPE + r))
            .toList();
    return new RoomType(TYPES.get(number), Map.of(), rooms, OF_A_TYPE, 2, 1, 1, 3, 2);
  }

  /** In each room somebody arrives every third day and stays for two nights or three. */
  static void write(Sql sql) {
    sql.everywhere(() -> {
      sql.update("INSERT INTO venues (id, house) VALUES ('hotel', '{}')");
      sql.update(
          "INSERT INTO guests (id, venue, name) SELECT gen_random_uuid(), 'hotel', 'Guest'"
              + " FROM generate_series(1, 3000)");
      sql.update(
          """
          CREATE TEMP TABLE drawn_stays ON COMMIT DROP AS
          SELECT gen_random_uuid() AS id, row_number() OVER () AS n, r::text AS room,
            (string_to_array(?, ' '))[1 + (r - 1) / %d] AS type,
            ?::date + 3 * k + r %% 3 AS arrival, ?::date + 3 * k + r %% 3 + 2 + (r + k) %% 2 AS departure
          FROM generate_series(1, %d) r, generate_series(0, 121) k
          """
              .formatted(OF_A_TYPE, ROOMS),
          String.join(" ", TYPES),
          FIRST,
          FIRST);
      sql.update(
          """
          INSERT INTO stays (id, venue, reference, status, arrival, departure, room_type, adults, children, cots,
            total, currency, quote, guest, guest_name, guest_phone, notes, channel, made_at)
          SELECT d.id, 'hotel', 'S' || n, 'confirmed', arrival, departure, type, 2, 0, 0, 9000, 'EUR', '{}', g.id,
            'Guest', '', '', 'staff', timestamptz '2026-07-01'
          FROM drawn_stays d JOIN (SELECT id, row_number() OVER () AS g FROM guests WHERE venue = 'hotel') g
            ON g.g = 1 + d.n % 3000
          """);
      sql.update(
          """
          INSERT INTO room_claims (stay, venue, room, period, room_type, from_night, to_night, movable)
          SELECT id, 'hotel', room, tstzrange((arrival + time '15:00') AT TIME ZONE 'Europe/Madrid',
            (departure + time '15:00') AT TIME ZONE 'Europe/Madrid'), type, arrival, departure, true
          FROM drawn_stays
          """);
      return sql.update(
          """
          INSERT INTO type_nights (venue, room_type, night, used, most)
          SELECT 'hotel', type, night::date, count(*), ?
          FROM drawn_stays, generate_series(arrival, departure - 1, interval '1 day') night GROUP BY 2, 3
          """,
          OF_A_TYPE);
    });
  }

  /** A month of free rooms and prices, from a day nobody knows beforehand. */
  static Timings months(StayBook book, int asked) {
    RoomCalendar calendar = new RoomCalendar(book);
    SplittableRandom random = new SplittableRandom(2);
    Timings timings = new Timings();
    for (int i = 0; i < 2 * asked; i++) {
      LocalDate from = FIRST.plusDays(random.nextInt(330));
      long begun = System.nanoTime();
      calendar.nights(HOTEL, from, from.plusDays(30));
      if (i >= asked) {
        timings.add(System.nanoTime() - begun);
      }
    }
    return timings;
  }
}
