package io.conserje.call;

import io.conserje.call.FactWording.Meal;
import io.conserje.call.FactWording.Nights;
import io.conserje.conversation.SpokenDays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sentences for what tools found, where the tools themselves make none. What a next call needs,
 * such as the code of a room, is told between {@link #OPEN} and {@link #SHUT}, to be left as it is.
 */
final class SpokenFacts {

  static final char OPEN = '\uE000';
  static final char SHUT = '\uE001';

  private final FactWording words;
  private final SpokenDays days;

  SpokenFacts(Locale language) {
    this.words = FactWording.in(language);
    this.days = SpokenDays.in(language);
  }

  /** Empty where the facts are of none of the known kinds. */
  String of(Map<?, ?> facts) {
    List<String> said = new ArrayList<>();
    each(facts, "topics").forEach(topic -> said.add(sentence(text(topic, "text"))));
    if (facts.get("not_known") instanceof List<?> open && !open.isEmpty()) {
      said.add(words.notKnown(open.stream().map(String::valueOf).toList()));
    }
    said.addAll(house(facts));
    each(facts, "reservations").forEach(table -> said.add(table(table)));
    if (facts.get("usual") instanceof Map<?, ?> usual) {
      said.add(usual(usual));
    }
    if (facts.get("offers") instanceof List<?>) {
      said.add(offers(each(facts, "offers")));
      said.add(several(facts));
    }
    each(facts, "stays").forEach(stay -> said.add(stay(stay)));
    return said.stream().filter(s -> !s.isBlank()).collect(Collectors.joining(" "));
  }

  private List<String> house(Map<?, ?> facts) {
    List<String> said = new ArrayList<>();
    if (facts.get("hours") instanceof Map<?, ?> hours) {
      said.add(hours.containsKey("date") ? day(hours) : week(each(hours, "week")));
    }
    if (!text(facts, "address").isEmpty()) {
      said.add(words.address(text(facts, "address")));
    }
    if (!text(facts, "phone").isEmpty()) {
      said.add(words.phone(text(facts, "phone")));
    }
    if (facts.get("policies") instanceof Map<?, ?> policies) {
      policies.forEach(
          (rule, value) -> said.add(words.policy(String.valueOf(rule), String.valueOf(value))));
    }
    if (facts.get("rooms") instanceof List<?>) {
      said.add(rooms(each(facts, "rooms")));
    }
    return said;
  }

  private String day(Map<?, ?> day) {
    return capital(words.hours(date(text(day, "date")), meals(day)));
  }

  /** Neighbouring days with the same hours are told as one. */
  private String week(List<Map<?, ?>> week) {
    List<String> said = new ArrayList<>();
    for (int first = 0; first < week.size(); ) {
      List<Meal> meals = meals(week.get(first));
      int last = first;
      while (last + 1 < week.size() && meals(week.get(last + 1)).equals(meals)) {
        last++;
      }
      said.add(
          capital(words.hours(words.days(named(week.get(first)), named(week.get(last))), meals)));
      first = last + 1;
    }
    return String.join(" ", said);
  }

  private static DayOfWeek named(Map<?, ?> day) {
    return DayOfWeek.valueOf(text(day, "day").toUpperCase(Locale.ROOT));
  }

  private static List<Meal> meals(Map<?, ?> day) {
    return each(day, "services").stream()
        .map(service ->
            new Meal(
                text(service, "service"),
                text(service, "first_booking"),
                text(service, "last_booking"),
                text(service, "closes")))
        .toList();
  }

  private String rooms(List<Map<?, ?>> rooms) {
    return rooms.isEmpty()
        ? words.noRooms()
        : words.rooms(
            rooms.stream()
                .map(room ->
                    words.room(
                        called(room),
                        number(room, "adults"),
                        number(room, "children"),
                        amount(room, "from")))
                .collect(Collectors.joining("; ")));
  }

  private String table(Map<?, ?> table) {
    LocalDateTime at =
        LocalDate.parse(text(table, "date")).atTime(java.time.LocalTime.parse(text(table, "time")));
    String said =
        words.table(
            code(text(table, "reference")),
            days.moment(at),
            number(table, "party_size"),
            text(table, "name"),
            text(table, "zone"),
            List.of("pending", "held").contains(text(table, "status")));
    String notes = text(table, "notes");
    return notes.isEmpty() ? said : said + " " + words.noted(notes);
  }

  private String usual(Map<?, ?> usual) {
    return words.usual(
        text(usual, "time"), number(usual, "party_size"), text(usual, "name"), text(usual, "zone"));
  }

  private String offers(List<Map<?, ?>> offers) {
    return offers.isEmpty()
        ? words.noneFree()
        : words.free(
            offers.stream().map(o -> nightsAndPrice(o) + ".").collect(Collectors.joining(" ")));
  }

  /** Of rooms asked for together. */
  private String several(Map<?, ?> facts) {
    String total = amount(facts, "altogether");
    String all = total.isEmpty() ? "" : words.altogether(total);
    return facts.containsKey("not_all") ? words.notAll() : all;
  }

  private String nightsAndPrice(Map<?, ?> offer) {
    return listed(Stream.concat(Stream.of(nights(offer)), price(offer)));
  }

  /** In place of what was asked for. */
  String alternative(Map<?, ?> room) {
    return listed(Stream.of(nights(room), total(room)));
  }

  private String stay(Map<?, ?> stay) {
    String people =
        words.people(number(stay, "adults"), number(stay, "children"), number(stay, "cots"));
    String held = text(stay, "held_until");
    Stream<String> first =
        Stream.of(
            words.stay(code(text(stay, "reference")), nights(stay), people, text(stay, "name")),
            held.isEmpty() ? "" : words.keptUntil(moment(held)));
    return listed(Stream.concat(first, price(stay))) + ".";
  }

  private String nights(Map<?, ?> room) {
    LocalDate arrival = LocalDate.parse(text(room, "arrival"));
    LocalDate departure = LocalDate.parse(text(room, "departure"));
    int count = (int) ChronoUnit.DAYS.between(arrival, departure);
    return words.nights(new Nights(called(room), days.day(arrival), days.day(departure), count));
  }

  private Stream<String> price(Map<?, ?> room) {
    String tax = amount(room, "tourist_tax");
    String deposit = amount(room, "deposit");
    return Stream.of(
        total(room),
        tax.isEmpty() ? "" : words.touristTax(tax),
        deposit.isEmpty() ? "" : words.deposit(deposit),
        cancelling(room));
  }

  private String total(Map<?, ?> room) {
    String total = amount(room, "total");
    return total.isEmpty() ? "" : words.total(total);
  }

  private String cancelling(Map<?, ?> room) {
    return room.get("cancellation") instanceof Map<?, ?> terms
            && !text(terms, "free_until").isEmpty()
        ? words.cancelling(moment(text(terms, "free_until")), amount(terms, "fee"))
        : "";
  }

  /** The house's name for it, and the code that a booking names it by. */
  private static String called(Map<?, ?> room) {
    String code = text(room, "room_type");
    String called = text(room, "called");
    return called.isEmpty() || called.equals(code) ? code(code) : called + " (" + code(code) + ")";
  }

  private String date(String iso) {
    return days.day(LocalDate.parse(iso));
  }

  private String moment(String iso) {
    return days.moment(LocalDateTime.parse(iso));
  }

  private static String code(String code) {
    return OPEN + code + SHUT;
  }

  private static String listed(Stream<String> parts) {
    return parts.filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** What owners write may end without a full stop. */
  private static String sentence(String text) {
    String plain = text.strip();
    return plain.isEmpty() || ".!?…".indexOf(plain.charAt(plain.length() - 1)) >= 0
        ? plain
        : plain + ".";
  }

  /** Empty where there is nothing to pay. */
  private static String amount(Map<?, ?> facts, String name) {
    return facts.get(name) instanceof Map<?, ?> money && number(money, "amount") != 0
        ? text(money, "text")
        : "";
  }

  private static int number(Map<?, ?> facts, String name) {
    return facts.get(name) instanceof Number number ? number.intValue() : 0;
  }

  private static String text(Map<?, ?> facts, String name) {
    return facts.get(name) instanceof String text ? text : "";
  }

  private static List<Map<?, ?>> each(Map<?, ?> facts, String name) {
    List<Map<?, ?>> all = new ArrayList<>();
    if (facts.get(name) instanceof List<?> list) {
      for (Object item : list) {
        if (item instanceof Map<?, ?> map) {
          all.add(map);
        }
      }
    }
    return all;
  }
}
