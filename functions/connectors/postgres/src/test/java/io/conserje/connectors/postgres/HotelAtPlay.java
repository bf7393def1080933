package io.conserje.connectors.postgres;

import io.conserje.connectors.postgres.NaiveHotel.Line;
import java.time.Duration;
import java.util.function.Consumer;

/** Draws what happens next in a hotel, in the book and with the pencil. */
final class HotelAtPlay {

  private final BothHotels both;
  private final HotelGuests guests;
  private final HotelDesk desk;

  HotelAtPlay(BothHotels both) {
    this.both = both;
    this.guests = new HotelGuests(both);
    this.desk = new HotelDesk(both);
  }

  void step(long seed) {
    both.seed(seed);
    switch (both.draw(20)) {
      case 0, 1, 2, 3, 4, 5 -> guests.book();
      case 6 -> guests.anything();
      case 7 -> some(guests::confirm);
      case 8 -> some(guests::extend);
      case 9 -> some(guests::cancel);
      case 10, 11, 12 -> some(guests::change);
      case 13, 14, 15 -> some(desk::comeOrGo);
      case 16 -> some(desk::otherHours);
      case 17 -> desk.expire();
      case 18 -> both.again();
      default -> both.book.now = both.book.now.plus(Duration.ofMinutes(both.draw(60 * 14)));
    }
  }

  private void some(Consumer<Line> verb) {
    if (!both.naive.lines.isEmpty()) {
      verb.accept(both.naive.lines.get(both.draw(both.naive.lines.size())));
    }
  }
}
