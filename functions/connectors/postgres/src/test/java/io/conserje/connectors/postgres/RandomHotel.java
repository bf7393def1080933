package io.conserje.connectors.postgres;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A hotel nobody has thought of before: few rooms, so that guests meet. Its numbers stand here for
 * the naive model, and in {@link #document()} for the real one.
 *
 * @param day the first of the days its guests come
 * @param turn on which the second season begins
 */
record RandomHotel(
    ZoneId zone,
    LocalDate day,
    LocalDate turn,
    LocalTime checkIn,
    LocalTime checkOut,
    int cleaningHours,
    int vat,
    boolean vatIncluded,
    int touristTax,
    boolean childrenPay,
    int mostNights,
    int leastNights,
    DayOfWeek closed,
    int depositPerCent,
    boolean waitsForDeposit,
    List<Kind> kinds) {

  /**
   * A type of room.
   *
   * @param prices by season, then Monday to Sunday; null when it is not let in that season
   */
  record Kind(
      String name,
      List<String> rooms,
      int allotment,
      int adults,
      int children,
      int cots,
      int occupants,
      int included,
      List<int[]> prices,
      int extraAdult,
      int child,
      int cot) {}

  static RandomHotel of(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    LocalDate day =
        List.of("2026-12-01", "2027-03-24", "2027-10-27", "2026-12-28", "2027-02-25").stream()
            .map(LocalDate::parse)
            .toList()
            .get(random.nextInt(5));
    int in = 13 + random.nextInt(4);
    int out = 9 + random.nextInt(4);
    List<Kind> kinds = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      kinds.add(kind(i, random));
    }
    return new RandomHotel(
        ZoneId.of(
            List.of("Europe/Madrid", "Atlantic/Canary", "America/New_York").get(random.nextInt(3))),
        day,
        day.plusDays(random.nextInt(6)),
        LocalTime.of(in, 0),
        LocalTime.of(out, 0),
        random.nextInt(in - out + 1),
        random.nextInt(22),
        random.nextBoolean(),
        random.nextInt(200),
        random.nextBoolean(),
        3 + random.nextInt(3),
        random.nextInt(4) == 0 ? 2 : 1,
        random.nextInt(3) == 0 ? DayOfWeek.of(1 + random.nextInt(7)) : null,
        random.nextInt(60),
        random.nextInt(4) == 0,
        kinds);
  }

  private static Kind kind(int number, SplittableRandom random) {
    List<String> rooms = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      rooms.add(number + "0" + i);
    }
    int adults = 1 + random.nextInt(3);
    int children = random.nextInt(3);
    return new Kind(
        "kind" + number,
        rooms,
        random.nextInt(4) == 0 ? rooms.size() - 1 : rooms.size(),
        adults,
        children,
        random.nextInt(2),
        adults + random.nextInt(children + 1),
        1 + random.nextInt(adults),
        List.of(prices(random), random.nextInt(8) == 0 ? new int[0] : prices(random)),
        random.nextInt(3_000),
        random.nextInt(2_000),
        random.nextInt(700));
  }

  private static int[] prices(SplittableRandom random) {
    int usual = 3_000 + random.nextInt(20_000);
    int[] prices = new int[7];
    for (int i = 0; i < 7; i++) {
      prices[i] = random.nextInt(3) == 0 ? usual + random.nextInt(3_000) : usual;
    }
    return prices;
  }

  Map<String, Object> document() {
    Map<String, Object> hotel = new HashMap<>();
    hotel.put("currency", "EUR");
    hotel.put("check_in", checkIn.toString());
    hotel.put("check_out", checkOut.toString());
    hotel.put("cleaning", cleaningHours + "h");
    hotel.put(
        "tax",
        Map.of(
            "vat",
            vat,
            "included",
            vatIncluded,
            "tourist_tax",
            touristTax,
            "children_too",
            childrenPay));
    hotel.put("types", kinds.stream().map(RandomHotel::type).toList());
    hotel.put(
        "seasons",
        List.of(
            season(
                "second",
                1,
                Map.of("dates", List.of(Map.of("from", turn.toString(), "to", "2028-12-31")))),
            season("first", 0, Map.of())));
    hotel.put("nights", Map.of("least", leastNights, "most", mostNights));
    hotel.put("late_check_out", Map.of("until", checkOut.plusHours(1).toString(), "per_cent", 50));
    hotel.put("early_check_in", Map.of("from", checkIn.minusHours(2).toString(), "per_cent", 30));
    hotel.put("cancellation", Map.of("free_until", "24h", "per_cent", 50, "no_show_grace", "1h"));
    Map<String, Object> deposit = new HashMap<>(Map.of("per_cent", depositPerCent));
    if (waitsForDeposit) {
      deposit.put("within", "3h");
    }
    hotel.put("deposit", deposit);
    if (closed != null) {
      hotel.put(
          "closed_to_arrival",
          List.of(Map.of("days", List.of(closed.name().toLowerCase(Locale.ROOT)))));
    }
    return hotel;
  }

  private static Map<String, Object> type(Kind kind) {
    return Map.of(
        "name", kind.name,
        "rooms", kind.rooms,
        "allotment", kind.allotment,
        "adults", kind.adults,
        "children", kind.children,
        "cots", kind.cots,
        "occupants", kind.occupants,
        "included", kind.included);
  }

  private Map<String, Object> season(String name, int season, Map<String, Object> more) {
    Map<String, Object> document = new HashMap<>(more);
    document.put("name", name);
    document.put(
        "rates",
        kinds.stream()
            .filter(k -> k.prices.get(season).length > 0)
            .map(k -> rate(k, season))
            .toList());
    return document;
  }

  private static Map<String, Object> rate(Kind kind, int season) {
    int[] prices = kind.prices.get(season);
    Map<String, Object> weekdays = new HashMap<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      if (prices[day.ordinal()] != prices[0]) {
        weekdays.put(day.name().toLowerCase(Locale.ROOT), prices[day.ordinal()]);
      }
    }
    return Map.of(
        "type", kind.name,
        "night", prices[0],
        "weekdays", weekdays,
        "extra_adult", kind.extraAdult,
        "child", kind.child,
        "cot", kind.cot);
  }
}
