package io.conserje.connectors.postgres;

import static io.conserje.connectors.postgres.BothHotels.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.connectors.postgres.NaiveHotel.Line;
import io.conserje.stay.CheckIn;
import io.conserje.stay.CheckOut;
import io.conserje.stay.EarlyCheckIn;
import io.conserje.stay.ExpireStays;
import io.conserje.stay.LateCheckOut;
import io.conserje.stay.NoShow;
import io.conserje.stay.Stay;
import io.conserje.stay.StayAnswer;
import io.conserje.stay.StayAnswer.Done;
import io.conserje.stay.StayRequest;
import io.conserje.stay.StayState;
import io.conserje.venue.Venue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/** Guests come, go or do not come, and ask at the desk for other hours. */
final class HotelDesk {

  private final BothHotels both;
  private final Hotel book;
  private final NaiveHotel naive;
  private final RandomHotel hotel;
  private final Venue venue;

  HotelDesk(BothHotels both) {
    this.both = both;
    this.book = both.book;
    this.naive = both.naive;
    this.hotel = both.hotel;
    this.venue = both.venue;
  }

  void comeOrGo(Line line) {
    boolean there = line.status.equals("in_house");
    Instant then =
        there ? naive.at(line.departure, hotel.checkOut()) : naive.begins(line.arrival, line.early);
    then = then.plus(Duration.ofMinutes(both.draw(300) - 60L));
    if (both.draw(3) > 0 && then.isAfter(book.now)) {
      book.now = then;
    }
    switch (both.draw(5)) {
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
    StayRequest request = both.request(line);
    StayAnswer answer = both.tell("check-in", () -> new CheckIn(book.book).arrive(request));
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
      both.compare(line, stay);
    }
  }

  private void leave(Line line) {
    StayRequest request = both.request(line);
    StayAnswer answer = both.tell("check-out", () -> new CheckOut(book.book).leave(request));
    assertEquals(
        line.status.equals("in_house") ? Optional.empty() : Optional.of("not_possible"),
        refusal(answer));
    if (answer instanceof Done(Stay stay)) {
      LocalDate today = LocalDate.ofInstant(book.now, hotel.zone());
      line.status = "finished";
      if (!today.isAfter(line.arrival)) {
        both.free(line, "finished");
      } else {
        Instant ready = book.now.plus(Duration.ofHours(hotel.cleaningHours()));
        line.to = ready.isBefore(line.to) ? ready : line.to;
        line.countedTo = today.isBefore(line.departure) ? today : line.departure;
      }
      both.compare(line, stay);
    }
  }

  private void missed(Line line) {
    StayRequest request = both.request(line);
    StayAnswer answer = both.tell("no-show", () -> new NoShow(book.book).missed(request));
    boolean late = !book.now.isBefore(naive.begins(line.arrival, null).plus(Duration.ofHours(1)));
    assertEquals(
        line.status.equals("confirmed") && late ? Optional.empty() : Optional.of("not_possible"),
        refusal(answer));
    if (answer instanceof Done(Stay stay)) {
      assertEquals(line.fee, ((StayState.NoShow) stay.state()).owed());
      both.free(line, "no_show");
      both.compare(line, stay);
    }
  }

  void otherHours(Line line) {
    boolean later = both.draw(2) == 0;
    StayRequest request = both.request(line);
    StayAnswer answer =
        later
            ? both.tell("late", () -> new LateCheckOut(book.book).stayUntil(request, null))
            : both.tell("early", () -> new EarlyCheckIn(book.book).comeAt(request, null));
    LocalTime late = hotel.checkOut().plusHours(1);
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
      both.compare(line, stay);
    }
  }

  void expire() {
    int expected = 0;
    for (Line line : naive.lines) {
      if (line.isOver(book.now)) {
        both.free(line, "expired");
        expected++;
      }
    }
    assertEquals(expected, new ExpireStays(book.book).expire(venue, book.now));
  }
}
