package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.connectors.postgres.NaiveHotel.Line;
import io.conserje.connectors.postgres.RandomHotel.Kind;
import io.conserje.guest.Guest;
import io.conserje.stay.BookStay;
import io.conserje.stay.By;
import io.conserje.stay.CancelStay;
import io.conserje.stay.ChangeStay;
import io.conserje.stay.CheckIn;
import io.conserje.stay.CheckOut;
import io.conserje.stay.ConfirmStay;
import io.conserje.stay.EarlyCheckIn;
import io.conserje.stay.ExpireStays;
import io.conserje.stay.ExtendHold;
import io.conserje.stay.HoldStay;
import io.conserje.stay.LateCheckOut;
import io.conserje.stay.NoShow;
import io.conserje.stay.Party;
import io.conserje.stay.QuoteStay;
import io.conserje.stay.Stay;
import io.conserje.stay.StayAnswer;
import io.conserje.stay.StayAnswer.Done;
import io.conserje.stay.StayAnswer.No;
import io.conserje.stay.StayAnswer.Offered;
import io.conserje.stay.StayAnswer.Offers;
import io.conserje.stay.StayGuest;
import io.conserje.stay.StayRequest;
import io.conserje.stay.StayState;
import io.conserje.stay.StayWish;
import io.conserje.venue.Channel;
import io.conserje.venue.Venue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Does the same in the book and with the pencil, and compares. */
final class HotelAtPlay {

  /** How often what was answered, so that a run shows what it has tried. */
  static final Map<String, Integer> SEEN = new TreeMap<>();

  private final Hotel book;
  private final NaiveHotel naive;
  private final RandomHotel hotel;
  private final Venue venue;
  private Supplier<StayAnswer> last;
  private StayAnswer lastAnswer;
  private SplittableRandom random;
  private int keys;

  HotelAtPlay(Hotel book, RandomHotel hotel) {
    this.book = book;
    this.hotel = hotel;
    this.naive = new NaiveHotel(hotel);
    this.venue = book.venue();
    book.now = naive.at(hotel.day().minusDays(1), java.time.LocalTime.of(9, 0));
  }

  void step(long seed) {
    random = new SplittableRandom(seed);
    switch (random.nextInt(20)) {
      case 0, 1, 2, 3, 4, 5 -> book();
      case 6 -> anything();
      case 7 -> some(this::confirm);
      case 8 -> some(this::extend);
      case 9 -> some(this::cancel);
      case 10, 11, 12 -> some(this::change);
      case 13, 14, 15 -> some(this::comeOrGo);
      case 16 -> some(this::otherHours);
      case 17 -> expire();
      case 18 -> again();
      default -> book.now = book.now.plus(Duration.ofMinutes(random.nextInt(60 * 14)));
    }
  }

  private interface Verb {
    void of(Line line);
  }

  private void some(Verb verb) {
    if (!naive.lines.isEmpty()) {
      verb.of(naive.lines.get(random.nextInt(naive.lines.size())));
    }
  }

  private Kind kind() {
    return hotel.kinds().get(random.nextInt(hotel.kinds().size()));
  }

  private LocalDate day() {
    return hotel.day().plusDays(random.nextInt(6));
  }

  private Party party(Kind kind) {
    if (random.nextInt(25) == 0) {
      return new Party(random.nextInt(2) * 500, 0, 0);
    }
    int adults = 1 + random.nextInt(kind.adults());
    int children = random.nextInt(3) == 0 ? random.nextInt(kind.children() + 1) : 0;
    return new Party(adults, children, random.nextInt(5) == 0 ? 1 : 0);
  }

  private int nights() {
    return random.nextInt(20) == 0
        ? random.nextInt(9) - 1
        : hotel.leastNights() + random.nextInt(2);
  }

  private String key() {
    return "k" + keys++;
  }

  private StayAnswer tell(String verb, Supplier<StayAnswer> act) {
    StayAnswer answer = act.get();
    last = act;
    lastAnswer = answer;
    String what = answer instanceof No no ? no.why().code() : "done";
    SEEN.merge(verb + " " + what, 1, Integer::sum);
    return answer;
  }

  private void book() {
    Kind kind = kind();
    LocalDate arrival = day();
    LocalDate departure = arrival.plusDays(nights());
    Party party = party(kind);
    StayWish wish = new StayWish(venue, arrival, departure, kind.name(), party, book.now);
    StayGuest guest =
        new StayGuest(
            new Guest("Ana", "+3460000010" + random.nextInt(3)), "", Channel.WHATSAPP, null);
    boolean hold = random.nextInt(3) == 0;
    String key = key();

    Offered quoted = new QuoteStay(book.book).quote(wish);
    StayAnswer answer =
        tell(
            hold ? "hold" : "book",
            () ->
                hold
                    ? new HoldStay(book.book).hold(wish, guest, key)
                    : new BookStay(book.book).book(wish, guest, key));

    Optional<String> wrong = naive.wrong(arrival, departure, kind, party, book.now, false);
    assertEquals(wrong.or(() -> fits(kind, arrival, departure, answer, null)), refusal(answer));
    assertEquals(quoted instanceof Offers, answer instanceof Done, "what is quoted can be booked");
    if (answer instanceof Done(Stay stay)) {
      assertEquals(((Offers) quoted).offers().getFirst().quote(), stay.quote());
      Line line = new Line();
      line.reference = stay.reference();
      line.kind = kind;
      line.who = guest.guest().phone();
      write(line, arrival, departure, party);
      line.status = hold ? "held" : hotel.waitsForDeposit() ? "pending" : "confirmed";
      line.until =
          hold
              ? book.now.plus(Duration.ofMinutes(20))
              : hotel.waitsForDeposit() ? book.now.plus(Duration.ofHours(3)) : null;
      naive.owe(line, book.now);
      naive.lines.add(line);
      compare(line, stay);
    }
  }

  private void write(Line line, LocalDate arrival, LocalDate departure, Party party) {
    line.arrival = arrival;
    line.departure = departure;
    line.countedTo = departure;
    line.party = party;
    line.from = naive.begins(arrival, line.early);
    line.to = naive.ends(departure, line.late);
  }

  /**
   * Whether a room is there; where stays that cannot move make it hard to say, the book's answer is
   * only held against what is certain.
   */
  private Optional<String> fits(
      Kind kind, LocalDate arrival, LocalDate departure, StayAnswer answer, Line line) {
    Instant from = naive.begins(arrival, line == null ? null : line.early);
    Instant to = naive.ends(departure, line == null ? null : line.late);
    boolean fits =
        naive.withinAllotment(kind, arrival, departure, line)
            && naive.roomsEnough(kind, from, to, line);
    boolean certain = naive.allMovable(kind, line) && (line == null || !line.isFixed());
    if (!fits || certain) {
      return fits ? Optional.empty() : Optional.of("full");
    }
    return refusal(answer).filter("full"::equals);
  }

  /** Without a type the cheapest that is free is had. */
  private void anything() {
    Party party = party(kind());
    LocalDate arrival = day();
    StayWish wish =
        new StayWish(venue, arrival, arrival.plusDays(hotel.leastNights()), "", party, book.now);
    if (new QuoteStay(book.book).quote(wish) instanceof Offers(var offers)) {
      offers.forEach(offer ->
          assertEquals(
              naive.price(arrival, wish.departure(), kind(offer.type().name()), party, null, null),
              offer.quote().total()));
      for (int i = 1; i < offers.size(); i++) {
        assertTrue(offers.get(i - 1).quote().total() <= offers.get(i).quote().total());
      }
    }
  }

  private Kind kind(String name) {
    return hotel.kinds().stream().filter(k -> k.name().equals(name)).findFirst().orElseThrow();
  }

  private void confirm(Line line) {
    StayRequest request = request(line);
    StayAnswer answer = tell("confirm", () -> new ConfirmStay(book.book).confirm(request));
    boolean open = line.status.equals("held") || line.status.equals("pending");
    assertEquals(
        !open
            ? Optional.of("not_possible")
            : line.isOver(book.now) ? Optional.of("hold_over") : Optional.empty(),
        refusal(answer));
    if (answer instanceof Done(Stay stay)) {
      boolean waits = line.status.equals("held") && hotel.waitsForDeposit();
      line.status = waits ? "pending" : "confirmed";
      line.until = waits ? book.now.plus(Duration.ofHours(3)) : null;
      compare(line, stay);
    }
  }

  private void extend(Line line) {
    StayRequest request = request(line);
    StayAnswer answer = tell("extend", () -> new ExtendHold(book.book).extend(request));
    Optional<String> expected =
        !line.status.equals("held")
            ? Optional.of("not_possible")
            : line.isOver(book.now)
                ? Optional.of("hold_over")
                : line.extended == 2 ? Optional.of("held_long_enough") : Optional.empty();
    assertEquals(expected, refusal(answer));
    if (answer instanceof Done(Stay stay)) {
      line.until = line.until.plus(Duration.ofMinutes(10));
      line.extended++;
      compare(line, stay);
    }
  }

  private void cancel(Line line) {
    By by = random.nextInt(4) == 0 ? By.guest("+34600000666", null) : By.guest(line.who, null);
    StayRequest request = new StayRequest(venue, line.reference, by, key(), book.now);
    StayAnswer answer = tell("cancel", () -> new CancelStay(book.book).cancel(request));
    boolean open =
        (line.status.equals("held")
                || line.status.equals("pending")
                || line.status.equals("confirmed"))
            && book.now.isBefore(naive.at(line.departure, hotel.checkOut()));
    assertEquals(
        !by.phone().equals(line.who)
            ? Optional.of("not_found")
            : open ? Optional.empty() : Optional.of("not_possible"),
        refusal(answer));
    if (answer instanceof Done(Stay stay)) {
      boolean free = !line.status.equals("confirmed") || !book.now.isAfter(line.bound);
      assertEquals(free ? 0 : line.fee, ((StayState.Cancelled) stay.state()).owed());
      free(line, "cancelled");
      compare(line, stay);
    }
  }

  private static void free(Line line, String status) {
    line.status = status;
    line.until = null;
    line.from = null;
    line.to = null;
  }

  private void change(Line line) {
    LocalDate arrival = random.nextInt(2) == 0 ? day() : line.arrival;
    LocalDate departure = random.nextInt(3) > 0 ? arrival.plusDays(nights()) : line.departure;
    Kind kind = random.nextInt(3) == 0 ? kind() : line.kind;
    Party party = random.nextInt(3) == 0 ? party(kind) : line.party;
    StayRequest request = request(line);
    ChangeStay.Change change =
        new ChangeStay.Change(
            arrival, departure, kind.name(), party.adults(), party.children(), party.cots());
    StayAnswer answer = tell("change", () -> new ChangeStay(book.book).change(request, change));

    Line wished = new Line();
    wished.status = line.status;
    wished.early = arrival.equals(line.arrival) ? line.early : null;
    wished.late = departure.equals(line.departure) ? line.late : null;
    Optional<String> expected =
        forbidden(line, arrival, departure, kind)
            .or(() ->
                naive.wrong(
                    arrival, departure, kind, party, book.now, arrival.equals(line.arrival)))
            .or(() -> fitsInstead(line, wished, kind, arrival, departure, answer));
    assertEquals(expected, refusal(answer));
    if (answer instanceof Done(Stay stay)) {
      line.kind = kind;
      line.early = wished.early;
      line.late = wished.late;
      write(line, arrival, departure, party);
      naive.owe(line, book.now);
      compare(line, stay);
    }
  }

  private Optional<String> forbidden(Line line, LocalDate arrival, LocalDate departure, Kind kind) {
    return switch (line.status) {
      case "held", "pending" -> line.isOver(book.now) ? Optional.of("hold_over") : Optional.empty();
      case "confirmed" -> Optional.empty();
      case "in_house" ->
          arrival.equals(line.arrival)
                  && kind == line.kind
                  && !departure.isBefore(LocalDate.ofInstant(book.now, hotel.zone()))
              ? Optional.empty()
              : Optional.of("not_possible");
      default -> Optional.of("not_possible");
    };
  }

  private Optional<String> fitsInstead(
      Line line,
      Line wished,
      Kind kind,
      LocalDate arrival,
      LocalDate departure,
      StayAnswer answer) {
    int place = naive.lines.indexOf(line);
    naive.lines.remove(place);
    try {
      wished.from = naive.begins(arrival, wished.early);
      boolean inHouse = line.status.equals("in_house");
      Optional<String> fits = fits(kind, arrival, departure, answer, wished);
      return inHouse && fits.isEmpty() ? refusal(answer).filter("full"::equals) : fits;
    } finally {
      naive.lines.add(place, line);
    }
  }

  private void comeOrGo(Line line) {
    boolean there = line.status.equals("in_house");
    Instant then =
        there ? naive.at(line.departure, hotel.checkOut()) : naive.begins(line.arrival, line.early);
    then = then.plus(Duration.ofMinutes(random.nextInt(300) - 60L));
    if (random.nextInt(3) > 0 && then.isAfter(book.now)) {
      book.now = then;
    }
    switch (random.nextInt(5)) {
      case 0 -> missed(line);
      case 1 -> leave(line);
      default -> {
        if (there) {
          leave(line);
        } else {
          arrive(line);
        }
      }
    }
  }

  private void arrive(Line line) {
    StayRequest request = request(line);
    StayAnswer answer = tell("check-in", () -> new CheckIn(book.book).arrive(request));
    boolean may =
        line.status.equals("confirmed")
            && !LocalDate.ofInstant(book.now, hotel.zone()).isBefore(line.arrival)
            && book.now.isBefore(naive.at(line.departure, hotel.checkOut()));
    boolean early = may && book.now.isBefore(line.from);
    if (!early || refusal(answer).isEmpty()) {
      assertEquals(may ? Optional.empty() : Optional.of("not_possible"), refusal(answer));
    } else {
      assertEquals(Optional.of("room_taken"), refusal(answer));
    }
    if (answer instanceof Done(Stay stay)) {
      if (early) {
        assertTrue(naive.roomsEnough(line.kind, book.now, line.to, line));
        line.from = book.now;
      }
      line.status = "in_house";
      compare(line, stay);
    }
  }

  private void leave(Line line) {
    StayRequest request = request(line);
    StayAnswer answer = tell("check-out", () -> new CheckOut(book.book).leave(request));
    assertEquals(
        line.status.equals("in_house") ? Optional.empty() : Optional.of("not_possible"),
        refusal(answer));
    if (answer instanceof Done(Stay stay)) {
      LocalDate today = LocalDate.ofInstant(book.now, hotel.zone());
      line.status = "finished";
      if (!today.isAfter(line.arrival)) {
        free(line, "finished");
      } else {
        Instant ready = book.now.plus(Duration.ofHours(hotel.cleaningHours()));
        line.to = ready.isBefore(line.to) ? ready : line.to;
        line.countedTo = today.isBefore(line.departure) ? today : line.departure;
      }
      compare(line, stay);
    }
  }

  private void missed(Line line) {
    StayRequest request = request(line);
    StayAnswer answer = tell("no-show", () -> new NoShow(book.book).missed(request));
    boolean late = !book.now.isBefore(naive.begins(line.arrival, null).plus(Duration.ofHours(1)));
    assertEquals(
        line.status.equals("confirmed") && late ? Optional.empty() : Optional.of("not_possible"),
        refusal(answer));
    if (answer instanceof Done(Stay stay)) {
      assertEquals(line.fee, ((StayState.NoShow) stay.state()).owed());
      free(line, "no_show");
      compare(line, stay);
    }
  }

  private void otherHours(Line line) {
    boolean later = random.nextBoolean();
    StayRequest request = request(line);
    StayAnswer answer =
        later
            ? tell("late", () -> new LateCheckOut(book.book).stayUntil(request, null))
            : tell("early", () -> new EarlyCheckIn(book.book).comeAt(request, null));
    java.time.LocalTime late = hotel.checkOut().plusHours(1);
    boolean may =
        later
            ? (line.status.equals("confirmed") || line.status.equals("in_house"))
                && book.now.isBefore(naive.at(line.departure, late))
            : line.status.equals("confirmed")
                && book.now.isBefore(naive.at(line.arrival, hotel.checkIn()));
    if (!may) {
      assertEquals(Optional.of("not_possible"), refusal(answer));
      return;
    }
    Line other = new Line();
    other.early = later ? line.early : hotel.checkIn().minusHours(2);
    other.late = later ? late : line.late;
    Instant from = naive.begins(line.arrival, other.early);
    Instant to = naive.ends(line.departure, other.late);
    boolean fits = naive.roomsEnough(line.kind, from, to, line);
    if (!fits || naive.allMovable(line.kind, line) && !line.isFixed()) {
      assertEquals(fits ? Optional.empty() : Optional.of("room_taken"), refusal(answer));
    }
    if (answer instanceof Done(Stay stay)) {
      line.early = other.early;
      line.late = other.late;
      line.from = from;
      line.to = to;
      compare(line, stay);
    }
  }

  private void expire() {
    int expected = 0;
    for (Line line : naive.lines) {
      if (line.isOver(book.now)) {
        free(line, "expired");
        expected++;
      }
    }
    assertEquals(expected, new ExpireStays(book.book).expire(venue, book.now));
  }

  /** The same call again says the same and changes nothing, unless the answer was no. */
  private void again() {
    if (last != null && lastAnswer instanceof Done(Stay before)) {
      long moves = moves();
      StayAnswer answer = last.get();
      assertEquals(before.reference(), ((Done) answer).stay().reference());
      assertEquals(moves, moves());
    }
  }

  private long moves() {
    return book.count("stay_moves WHERE venue = '" + book.id.value() + "'");
  }

  private StayRequest request(Line line) {
    return new StayRequest(venue, line.reference, By.STAFF, key(), book.now);
  }

  private static Optional<String> refusal(StayAnswer answer) {
    return answer instanceof No no ? Optional.of(no.why().code()) : Optional.empty();
  }

  private void compare(Line line, Stay stay) {
    assertEquals(stay, book.book.byReference(book.id, line.reference).orElseThrow());
    assertEquals(line.status, stay.state().code());
    assertEquals(line.kind.name(), stay.type());
    assertEquals(line.arrival, stay.nights().arrival());
    assertEquals(line.departure, stay.nights().departure());
    assertEquals(
        naive.price(line.arrival, line.departure, line.kind, line.party, line.early, line.late),
        stay.quote().total());
    assertEquals(line.bound, stay.quote().freeUntil());
    assertEquals(line.fee, stay.quote().cancellationFee());
    assertEquals(line.keeps(), stay.claim() != null);
    if (line.keeps()) {
      assertEquals(line.from, stay.claim().period().from());
      assertEquals(line.to, stay.claim().period().to());
      assertTrue(line.kind.rooms().contains(stay.claim().room()));
    }
  }

  /** Every counter is what the pencil says. */
  void look() {
    for (Kind kind : hotel.kinds()) {
      for (int i = 0; i < 20; i++) {
        LocalDate night = hotel.day().plusDays(i);
        assertEquals(naive.sold(kind, night, null), sold(kind, night), kind.name() + " " + night);
      }
    }
  }

  private long sold(Kind kind, LocalDate night) {
    return book.database
        .one(
            "SELECT coalesce(sum(used), 0) AS n FROM type_nights WHERE venue = ? AND room_type = ? AND night = ?",
            row -> row.big("n"),
            book.id.value(),
            kind.name(),
            night)
        .orElseThrow();
  }
}
