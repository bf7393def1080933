package io.conserje.connectors.postgres;

import static io.conserje.connectors.postgres.BothHotels.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.connectors.postgres.NaiveHotel.Line;
import io.conserje.connectors.postgres.RandomHotel.Kind;
import io.conserje.guest.Guest;
import io.conserje.stay.BookStay;
import io.conserje.stay.By;
import io.conserje.stay.CancelStay;
import io.conserje.stay.ChangeStay;
import io.conserje.stay.ConfirmStay;
import io.conserje.stay.ExtendHold;
import io.conserje.stay.HoldStay;
import io.conserje.stay.Party;
import io.conserje.stay.QuoteStay;
import io.conserje.stay.Stay;
import io.conserje.stay.StayAnswer;
import io.conserje.stay.StayAnswer.Done;
import io.conserje.stay.StayAnswer.Offered;
import io.conserje.stay.StayAnswer.Offers;
import io.conserje.stay.StayGuest;
import io.conserje.stay.StayRequest;
import io.conserje.stay.StayState;
import io.conserje.stay.StayWish;
import io.conserje.venue.Channel;
import io.conserje.venue.Venue;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/** What guests wish for over any channel. */
final class HotelGuests {

  private final BothHotels both;
  private final Hotel book;
  private final NaiveHotel naive;
  private final RandomHotel hotel;
  private final Venue venue;

  HotelGuests(BothHotels both) {
    this.both = both;
    this.book = both.book;
    this.naive = both.naive;
    this.hotel = both.hotel;
    this.venue = both.venue;
  }

  void book() {
    Kind kind = both.kind();
    LocalDate arrival = both.day();
    LocalDate departure = arrival.plusDays(both.nights());
    Party party = both.party(kind);
    StayWish wish = new StayWish(venue, arrival, departure, kind.name(), party, book.now);
    StayGuest guest =
        new StayGuest(new Guest("Ana", "+3460000010" + both.draw(3)), "", Channel.WHATSAPP, null);
    boolean hold = both.draw(3) == 0;
    String key = both.key();

    Offered quoted = new QuoteStay(book.book).quote(wish);
    StayAnswer answer =
        both.tell(
            hold ? "hold" : "book",
            () ->
                hold
                    ? new HoldStay(book.book).hold(wish, guest, key)
                    : new BookStay(book.book).book(wish, guest, key));

    Optional<String> wrong = naive.wrong(arrival, departure, kind, party, book.now, false);
    assertEquals(
        wrong.or(() -> both.fits(kind, arrival, departure, answer, null)), refusal(answer));
    assertEquals(quoted instanceof Offers, answer instanceof Done, "what is quoted can be booked");
    if (answer instanceof Done(Stay stay)) {
      assertEquals(((Offers) quoted).offers().getFirst().quote(), stay.quote());
      Line line = new Line();
      line.reference = stay.reference();
      line.kind = kind;
      line.who = guest.guest().phone();
      both.write(line, arrival, departure, party);
      line.status = hold ? "held" : hotel.waitsForDeposit() ? "pending" : "confirmed";
      line.until =
          hold
              ? book.now.plus(Duration.ofMinutes(20))
              : hotel.waitsForDeposit() ? book.now.plus(Duration.ofHours(3)) : null;
      naive.owe(line, book.now);
      naive.lines.add(line);
      both.compare(line, stay);
    }
  }

  /** Without a type the cheapest that is free is had. */
  void anything() {
    Party party = both.party(both.kind());
    LocalDate arrival = both.day();
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

  void confirm(Line line) {
    StayRequest request = both.request(line);
    StayAnswer answer = both.tell("confirm", () -> new ConfirmStay(book.book).confirm(request));
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
      both.compare(line, stay);
    }
  }

  void extend(Line line) {
    StayRequest request = both.request(line);
    StayAnswer answer = both.tell("extend", () -> new ExtendHold(book.book).extend(request));
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
      both.compare(line, stay);
    }
  }

  void cancel(Line line) {
    By by = both.draw(4) == 0 ? By.guest("+34600000666", null) : By.guest(line.who, null);
    StayRequest request = new StayRequest(venue, line.reference, by, both.key(), book.now);
    StayAnswer answer = both.tell("cancel", () -> new CancelStay(book.book).cancel(request));
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
      both.free(line, "cancelled");
      both.compare(line, stay);
    }
  }

  void change(Line line) {
    LocalDate arrival = both.draw(2) == 0 ? both.day() : line.arrival;
    LocalDate departure = both.draw(3) > 0 ? arrival.plusDays(both.nights()) : line.departure;
    Kind kind = both.draw(3) == 0 ? both.kind() : line.kind;
    Party party = both.draw(3) == 0 ? both.party(kind) : line.party;
    StayRequest request = both.request(line);
    ChangeStay.Change change =
        new ChangeStay.Change(
            arrival, departure, kind.name(), party.adults(), party.children(), party.cots());
    StayAnswer answer =
        both.tell("change", () -> new ChangeStay(book.book).change(request, change));

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
      both.write(line, arrival, departure, party);
      naive.owe(line, book.now);
      both.compare(line, stay);
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
      Optional<String> fits = both.fits(kind, arrival, departure, answer, wished);
      return inHouse && fits.isEmpty() ? refusal(answer).filter("full"::equals) : fits;
    } finally {
      naive.lines.add(place, line);
    }
  }
}
