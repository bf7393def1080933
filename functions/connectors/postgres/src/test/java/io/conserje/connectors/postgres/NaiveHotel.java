package io.conserje.connectors.postgres;

import io.conserje.connectors.postgres.RandomHotel.Kind;
import io.conserje.stay.Party;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The hotel as somebody with a pencil would keep it: every night and every stay is looked at. */
final class NaiveHotel {

  /** A line in the book. */
  static final class Line {
    String reference;
    String status;
    Kind kind;
    LocalDate arrival;
    LocalDate departure;
    Party party;
    LocalTime early;
    LocalTime late;
    Instant until;
    int extended;
    String who;
    // from which moment on the fee is owed, of a first night at that price
    Instant bound;
    long fee;
    // what it keeps; null when nothing
    Instant from;
    Instant to;
    LocalDate countedTo;

    boolean keeps() {
      return from != null;
    }

    boolean isFixed() {
      return status.equals("in_house") || status.equals("finished");
    }

    boolean isOver(Instant now) {
      return until != null && !until.isAfter(now);
    }
  }

  final RandomHotel hotel;
  final List<Line> lines = new ArrayList<>();

  NaiveHotel(RandomHotel hotel) {
    this.hotel = hotel;
  }

  /** The code of the first thing that is wrong with it; empty when only rooms can be missing. */
  Optional<String> wrong(
      LocalDate arrival,
      LocalDate departure,
      Kind kind,
      Party party,
      Instant now,
      boolean accepted) {
    long nights = ChronoUnit.DAYS.between(arrival, departure);
    LocalDate today = LocalDate.ofInstant(now, hotel.zone());
    if (party.adults() < 1 || party.children() < 0) {
      return Optional.of("no_adults");
    }
    if (nights < 1) {
      return Optional.of("departure_before_arrival");
    }
    if (!accepted && arrival.isBefore(today)) {
      return Optional.of("past");
    }
    if (!accepted && arrival.isAfter(today.plusDays(365))) {
      return Optional.of("too_far_ahead");
    }
    if (!accepted && now.plus(2, ChronoUnit.HOURS).isAfter(at(arrival, hotel.checkIn()))) {
      return Optional.of("too_soon");
    }
    if (hotel.kinds().stream().noneMatch(k -> takes(k, party))) {
      return Optional.of("too_many_guests");
    }
    if (!takes(kind, party)) {
      return Optional.of("room_too_small");
    }
    if (nights < hotel.leastNights()) {
      return Optional.of("too_few_nights");
    }
    if (nights > hotel.mostNights()) {
      return Optional.of("too_many_nights");
    }
    if (!accepted && arrival.getDayOfWeek() == hotel.closed()) {
      return Optional.of("closed_to_arrival");
    }
    return price(arrival, departure, kind, party, null, null) < 0
        ? Optional.of("not_let")
        : Optional.empty();
  }

  private static boolean takes(Kind kind, Party party) {
    return party.adults() <= kind.adults()
        && party.children() <= kind.children()
        && party.cots() <= kind.cots()
        && party.adults() + party.children() <= kind.occupants();
  }

  /** What it costs altogether; -1 when it is not let. */
  long price(
      LocalDate arrival,
      LocalDate departure,
      Kind kind,
      Party party,
      LocalTime early,
      LocalTime late) {
    long sum = 0;
    long first = -1;
    long last = -1;
    int nights = 0;
    for (LocalDate night = arrival; night.isBefore(departure); night = night.plusDays(1)) {
      int[] prices = kind.prices().get(night.isBefore(hotel.turn()) ? 0 : 1);
      if (prices.length == 0) {
        return -1;
      }
      last = prices[night.getDayOfWeek().getValue() - 1];
      for (int adult = kind.included(); adult < party.adults(); adult++) {
        last += kind.extraAdult();
      }
      last += (long) party.children() * kind.child() + (long) party.cots() * kind.cot();
      first = first < 0 ? last : first;
      sum += last;
      nights++;
    }
    sum += early == null ? 0 : Math.round(first * 0.30);
    sum += late == null ? 0 : Math.round(last * 0.50);
    long people = party.adults() + (hotel.childrenPay() ? party.children() : 0);
    long added = hotel.vatIncluded() ? 0 : Math.round(sum * hotel.vat() / 100.0);
    return sum + added + people * nights * hotel.touristTax();
  }

  /**
   * What calling it off costs from {@code bound} on: half the first night, without tourists' tax.
   */
  void owe(Line line, Instant now) {
    int people = line.party.adults() + (hotel.childrenPay() ? line.party.children() : 0);
    LocalDate second = line.arrival.plusDays(1);
    long night =
        price(line.arrival, second, line.kind, line.party, null, null)
            - (long) people * hotel.touristTax();
    Instant free = at(line.arrival, hotel.checkIn()).minus(24, ChronoUnit.HOURS);
    boolean promised = List.of("confirmed", "in_house").contains(line.status);
    boolean tooLate = promised && line.bound != null && now.isAfter(line.bound);
    line.bound = tooLate && line.bound.isBefore(free) ? line.bound : free;
    line.fee = Math.max(Math.round(night * 0.5), tooLate ? line.fee : 0);
  }

  Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(hotel.zone()).toInstant();
  }

  Instant begins(LocalDate arrival, LocalTime early) {
    return at(arrival, early == null ? hotel.checkIn() : early);
  }

  Instant ends(LocalDate departure, LocalTime late) {
    LocalDateTime left = departure.atTime(late == null ? hotel.checkOut() : late);
    return left.plusHours(hotel.cleaningHours()).atZone(hotel.zone()).toInstant();
  }

  private List<Line> of(Kind kind, Line except) {
    return lines.stream().filter(l -> l.keeps() && l.kind == kind && l != except).toList();
  }

  boolean withinAllotment(Kind kind, LocalDate arrival, LocalDate departure, Line except) {
    return arrival.datesUntil(departure).allMatch(n -> sold(kind, n, except) < kind.allotment());
  }

  long sold(Kind kind, LocalDate night, Line except) {
    return of(kind, except).stream()
        .filter(l -> !night.isBefore(l.arrival) && night.isBefore(l.countedTo))
        .count();
  }

  /** Whether at no moment more rooms are needed than there are. */
  boolean roomsEnough(Kind kind, Instant from, Instant to, Line except) {
    List<Instant> moments = new ArrayList<>(List.of(from));
    of(kind, except).stream()
        .map(l -> l.from)
        .filter(m -> m.isAfter(from) && m.isBefore(to))
        .forEach(moments::add);
    return moments.stream()
        .allMatch(m ->
            of(kind, except).stream().filter(l -> !l.from.isAfter(m) && l.to.isAfter(m)).count()
                < kind.rooms().size());
  }

  /** Whether every stay in this type could still change its room. */
  boolean allMovable(Kind kind, Line except) {
    return of(kind, except).stream().noneMatch(Line::isFixed);
  }
}
