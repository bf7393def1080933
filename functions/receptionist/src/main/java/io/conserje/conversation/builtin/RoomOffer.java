package io.conserje.conversation.builtin;

import io.conserje.venue.Channel;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/**
 * A room as a tool told it, on offer or taken; amounts as they are said.
 *
 * @param reference empty while it is only on offer
 * @param freeUntil until when calling it off costs nothing, in the house's time; null if not told
 * @param fee what it costs from then on
 * @param night what each night costs, where all cost the same and there are several; or empty
 */
record RoomOffer(
    String reference,
    String room,
    String called,
    LocalDate arrival,
    LocalDate departure,
    int adults,
    int children,
    int cots,
    String name,
    String total,
    String deposit,
    LocalDateTime freeUntil,
    String fee,
    String night) {

  private static final int PARTS = 14;

  static RoomOffer of(Map<String, Object> facts) {
    Map<String, Object> terms = Facts.map(facts, "cancellation");
    String free = Facts.text(terms, "free_until");
    return new RoomOffer(
        Facts.text(facts, "reference"),
        Facts.text(facts, "room_type"),
        Facts.text(facts, "called"),
        LocalDate.parse(Facts.text(facts, "arrival")),
        LocalDate.parse(Facts.text(facts, "departure")),
        Facts.number(facts, "adults"),
        Facts.number(facts, "children"),
        Facts.number(facts, "cots"),
        Facts.text(facts, "name"),
        amount(facts, "total"),
        amount(facts, "deposit"),
        free.isEmpty() ? null : LocalDateTime.parse(free),
        amount(terms, "fee"),
        night(Facts.list(facts, "nights")));
  }

  /** Whether they are several rooms for the same nights. */
  static boolean onlyRoomsDiffer(List<RoomOffer> offers) {
    boolean nights =
        offers.stream()
            .allMatch(o ->
                o.arrival.equals(offers.getFirst().arrival)
                    && o.departure.equals(offers.getFirst().departure));
    return nights && offers.size() > 1;
  }

  private static String night(List<Map<String, Object>> nights) {
    List<String> prices = nights.stream().map(n -> amount(n, "price")).distinct().toList();
    return nights.size() > 1 && prices.size() == 1 ? prices.getFirst() : "";
  }

  /** Empty where there is none, or nothing to pay. */
  static String amount(Map<String, Object> facts, String key) {
    Map<String, Object> money = Facts.map(facts, key);
    return Facts.number(money, "amount") == 0 ? "" : Facts.text(money, "text");
  }

  static List<RoomOffer> in(Map<String, Object> content, String key) {
    return Facts.list(content, key).stream().map(RoomOffer::of).toList();
  }

  int nights() {
    return (int) (departure.toEpochDay() - arrival.toEpochDay());
  }

  /** The same stay, as it is proposed. */
  RoomOffer as(StayPlan plan) {
    return new RoomOffer(
        reference,
        plan.room(),
        called,
        plan.arrival(),
        plan.departure(),
        plan.adults(),
        plan.children(),
        plan.cots(),
        name,
        total,
        deposit,
        freeUntil,
        fee,
        night);
  }

  boolean isCalled(String said) {
    return letters(reference).equals(letters(said));
  }

  private static String letters(String text) {
    return text.replaceAll("[^A-Za-z0-9]", "").toUpperCase(java.util.Locale.ROOT);
  }

  String written() {
    return String.join(
        "|",
        reference,
        room,
        called,
        arrival.toString(),
        departure.toString(),
        Integer.toString(adults),
        Integer.toString(children),
        Integer.toString(cots),
        name.replace('|', ' '),
        total,
        deposit,
        freeUntil == null ? "" : freeUntil.toString(),
        fee,
        night);
  }

  static RoomOffer read(String written) {
    String[] p = written.split("\\|", PARTS);
    return new RoomOffer(
        p[0],
        p[1],
        p[2],
        LocalDate.parse(p[3]),
        LocalDate.parse(p[4]),
        Integer.parseInt(p[5]),
        Integer.parseInt(p[6]),
        Integer.parseInt(p[7]),
        p[8],
        p[9],
        p[10],
        p[11].isEmpty() ? null : LocalDateTime.parse(p[11]),
        p[12],
        p.length < PARTS ? "" : p[13]);
  }

  /** So many as a guest can take in. */
  static List<RoomOffer> told(List<RoomOffer> offers, Channel channel) {
    int most = channel == Channel.VOICE ? MOST_SPOKEN : MOST_TOLD;
    return offers.subList(0, Math.min(most, offers.size()));
  }

  private static final int MOST_TOLD = 4;
  private static final int MOST_SPOKEN = 3;
}
