package io.conserje.conversation.builtin;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What the guest wants of a room so far. What is not known is null. */
record StayPlan(
    LocalDate arrival,
    LocalDate departure,
    Integer nights,
    Integer adults,
    Integer children,
    Integer cots,
    String room,
    String name,
    String notes) {

  /** What a wish is told with. */
  private static final Set<String> SAYING =
      Set.of(
          "con", "una", "uno", "unos", "unas", "los", "las", "del", "por", "para", "que", "hay",
          "the", "and", "for", "with", "you", "can", "seguro", "sure", "please", "favor", "some",
          "have", "has", "our");

  /** Nobody stays longer: a day after that is another day of arrival. */
  private static final int LONGEST = 31;

  static final StayPlan NONE = new StayPlan(null, null, null, null, null, null, null, null, null);

  boolean begun() {
    return arrival != null || departure != null || nights != null || adults != null || room != null;
  }

  /** With what a message adds or corrects. */
  StayPlan after(Understanding heard, Asked asked) {
    Stay said = heard.stay();
    StayPlan plan =
        said.arrival() == null
            ? this
            : arriving(said.arrival(), said.departure(), said.nights(), asked);
    if (said.departure() != null && said.arrival() == null) {
      plan = plan.days(plan.arrival, said.departure(), null);
    } else if (said.nights() != null && said.departure() == null) {
      plan = plan.days(plan.arrival, null, said.nights());
    }
    return new StayPlan(
            plan.arrival,
            plan.departure,
            plan.nights,
            said.adults() == null ? sum(adults, said.moreAdults()) : said.adults(),
            or(said.children(), children) == null && said.moreChildren() > 0
                ? Integer.valueOf(said.moreChildren())
                : sum(or(said.children(), children), said.moreChildren()),
            or(said.cots(), cots),
            said.room() == null ? room : said.room(),
            heard.name() == null ? name : heard.name(),
            noted(notes, heard.notes()))
        .counted();
  }

  /** What is to be different in a stay that is booked; who comes besides is kept elsewhere. */
  StayPlan changing(Understanding heard) {
    StayPlan plan = after(heard, Asked.NOTHING);
    boolean only = heard.stay().children() == null && heard.stay().moreChildren() != 0;
    return only ? plan.forChildren(children) : plan;
  }

  /** Null stays null: nothing can be added to what is not known. */
  static Integer sum(Integer before, int more) {
    return before == null ? null : Integer.valueOf(Math.max(0, before + more));
  }

  private static Integer or(Integer said, Integer before) {
    return said == null ? before : said;
  }

  StayPlan noting(String more) {
    return new StayPlan(
        arrival, departure, nights, adults, children, cots, room, name, noted(notes, more));
  }

  /** What is told again in other words is noted once. */
  static String noted(String notes, String more) {
    if (more == null || notes == null) {
      return notes == null ? more : notes;
    }
    List<String> known = telling(notes);
    String all = notes;
    for (String wish : more.split("; ")) {
      all = known.containsAll(telling(wish)) ? all : all + "; " + wish;
    }
    return all;
  }

  /** The words of a wish that tell what it is, and its figures. */
  private static List<String> telling(String wish) {
    return Stream.of(Tokens.plain(wish).split("[^a-z0-9]+"))
        .filter(word -> word.length() > 2 || word.matches("\\d+"))
        .filter(word -> !SAYING.contains(word))
        .map(word -> word.length() > 4 ? word.replaceAll("s$", "") : word)
        .toList();
  }

  private StayPlan arriving(LocalDate day, LocalDate until, Integer told, Asked asked) {
    boolean leaves = asked == Asked.NIGHTS || asked == Asked.DEPARTURE;
    boolean open = until == null && arrival != null && departure == null;
    if (leaves && open && !day.isAfter(arrival.plusDays(LONGEST))) {
      return days(arrival, day, null);
    }
    if (until != null) {
      return days(day, until, told);
    }
    boolean within =
        nights == null
            && arrival != null
            && departure != null
            && day.isAfter(arrival)
            && day.isBefore(departure);
    if (within) {
      return days(day, departure, null);
    }
    boolean tooLate = departure != null && !departure.isAfter(day);
    Integer length =
        arrival == null || departure == null
            ? nights
            : Integer.valueOf((int) ChronoUnit.DAYS.between(arrival, departure));
    return days(day, tooLate || length != null && arrival != null ? null : departure, length);
  }

  private StayPlan days(LocalDate from, LocalDate until, Integer count) {
    return new StayPlan(from, until, count, adults, children, cots, room, name, notes);
  }

  StayPlan on(LocalDate from, LocalDate until) {
    return days(from, until, null);
  }

  /** With the last day worked out from the nights. */
  private StayPlan counted() {
    return departure == null && arrival != null && nights != null
        ? days(arrival, arrival.plusDays(nights), nights)
        : this;
  }

  StayPlan withoutNotes() {
    return new StayPlan(arrival, departure, nights, adults, children, cots, room, name, null);
  }

  StayPlan withName(String named) {
    return new StayPlan(arrival, departure, nights, adults, children, cots, room, named, notes);
  }

  StayPlan forAdults(Integer count) {
    return new StayPlan(arrival, departure, nights, count, children, cots, room, name, notes);
  }

  StayPlan forChildren(Integer count) {
    return new StayPlan(arrival, departure, nights, adults, count, cots, room, name, notes);
  }

  StayPlan in(String type) {
    return new StayPlan(arrival, departure, nights, adults, children, cots, type, name, notes);
  }

  StayPlan taking(RoomOffer offer) {
    return days(offer.arrival(), offer.departure(), null).in(offer.room());
  }

  /**
   * {@code también el sábado}: with a night before or after, or a week off; else as it was read.
   *
   * @param read the plan with what the message says of days
   */
  StayPlan around(String text, StayPlan read) {
    if (arrival == null || departure == null) {
      return read;
    }
    StayShift shift = AroundStay.in(text, arrival, departure);
    return shift.none() ? read : shift.moving(read.on(arrival, departure));
  }

  /** What a tool is asked. */
  Map<String, Object> arguments() {
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put("arrival", arrival.toString());
    arguments.put("departure", departure.toString());
    arguments.put("adults", adults);
    if (children != null && children > 0) {
      arguments.put("children", children);
    }
    if (cots != null && cots > 0) {
      arguments.put("cots", cots);
    }
    if (room != null) {
      arguments.put("room_type", room);
    }
    return arguments;
  }

  /**
   * As it is written into the book.
   *
   * @param phone or null where the channel tells it
   */
  Map<String, Object> named(String phone) {
    Map<String, Object> arguments = arguments();
    arguments.put("name", name);
    if (phone != null) {
      arguments.put("phone", phone);
    }
    if (notes != null) {
      arguments.put("notes", notes);
    }
    return arguments;
  }

  /** With the room as guests of that language call it. */
  StayPlan called(Turn turn) {
    return turn.venue()
        .lodging()
        .type(room)
        .map(t -> in(t.called(turn.tongue().code)))
        .orElse(this);
  }

  boolean complete() {
    return arrival != null && departure != null && adults != null;
  }

  static StayPlan read(Map<String, String> map) {
    return new StayPlan(
        Memory.read(map, "stay.arrival", LocalDate::parse),
        Memory.read(map, "stay.departure", LocalDate::parse),
        Memory.read(map, "stay.nights", Integer::valueOf),
        Memory.read(map, "stay.adults", Integer::valueOf),
        Memory.read(map, "stay.children", Integer::valueOf),
        Memory.read(map, "stay.cots", Integer::valueOf),
        map.get("stay.room"),
        map.get("stay.name"),
        map.get("stay.notes"));
  }

  void write(Map<String, String> map) {
    Memory.write(map, "stay.arrival", arrival);
    Memory.write(map, "stay.departure", departure);
    Memory.write(map, "stay.nights", nights);
    Memory.write(map, "stay.adults", adults);
    Memory.write(map, "stay.children", children);
    Memory.write(map, "stay.cots", cots);
    Memory.write(map, "stay.room", room);
    Memory.write(map, "stay.name", name);
    Memory.write(map, "stay.notes", notes);
  }
}
