package io.conserje.conversations;

import io.conserje.guest.Guest;
import io.conserje.stay.BookStay;
import io.conserje.stay.By;
import io.conserje.stay.CheckIn;
import io.conserje.stay.CheckOut;
import io.conserje.stay.ConfirmStay;
import io.conserje.stay.Party;
import io.conserje.stay.Stay;
import io.conserje.stay.StayAnswer;
import io.conserje.stay.StayBook;
import io.conserje.stay.StayGuest;
import io.conserje.stay.StayRequest;
import io.conserje.stay.StayState;
import io.conserje.stay.StayWish;
import io.conserje.venue.Channel;
import io.conserje.venue.RoomType;
import io.conserje.venue.Venue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** Writes the rooms that were taken before. */
final class GivenStays {

  /** Who has the rooms that are not to be had; no guest of a scenario is called so. */
  static final String OTHERS = "Reisegruppe Quintenbach";

  private static final Duration LONG_BEFORE = Duration.ofDays(3);

  private final StayBook book;
  private final Venue venue;
  private final Scenario scenario;
  private final Instant now;
  private final Map<String, String> references;
  private int written;

  GivenStays(
      StayBook book, Venue venue, Scenario scenario, Instant now, Map<String, String> references) {
    this.book = book;
    this.venue = venue;
    this.scenario = scenario;
    this.now = now;
    this.references = references;
  }

  void stay(Fields entry) {
    Fields wanted =
        entry
            .only("stay")
            .map("stay")
            .only(
                "as",
                "arrival",
                "departure",
                "type",
                "adults",
                "children",
                "cots",
                "name",
                "phone",
                "status",
                "notes");
    LocalDate today = LocalDate.ofInstant(now, venue.zone());
    boolean begun = !wanted.date("arrival").isAfter(today);
    Instant made = wanted.date("arrival").isBefore(today) || begun ? now.minus(LONG_BEFORE) : now;
    if (wanted.date("arrival").isBefore(today)) {
      made = wanted.date("arrival").atStartOfDay(venue.zone()).toInstant().minus(LONG_BEFORE);
    }
    StayWish wish =
        new StayWish(
            venue,
            wanted.date("arrival"),
            wanted.date("departure"),
            wanted.text("type"),
            new Party(
                wanted.number("adults", 2), wanted.number("children", 0), wanted.number("cots", 0)),
            made);
    Guest guest = new Guest(wanted.needed("name"), wanted.text("phone", scenario.from()));
    Stay stay = book(wish, guest, wanted.text("notes"), !wanted.text("status").equals("pending"));
    if (stay == null) {
      throw new IllegalStateException(entry.where() + ": no such room is free");
    }
    if (wanted.date("arrival").isBefore(today)) {
      live(stay);
    }
    if (wanted.has("as")) {
      references.put(wanted.text("as"), stay.reference());
    }
  }

  /** Checked in on the day of arrival and, if that is over, out on the last. */
  private void live(Stay stay) {
    Instant arrived =
        stay.nights().arrival().atTime(venue.lodging().checkIn()).atZone(venue.zone()).toInstant();
    new CheckIn(book)
        .arrive(new StayRequest(venue, stay.reference(), By.STAFF, "in-" + written, arrived));
    Instant left =
        stay.nights()
            .departure()
            .atTime(venue.lodging().checkOut())
            .atZone(venue.zone())
            .toInstant()
            .minusSeconds(1);
    if (left.isBefore(now)) {
      new CheckOut(book)
          .leave(new StayRequest(venue, stay.reference(), By.STAFF, "out-" + written, left));
    }
  }

  /** Sells rooms to others until there are none; none of a type, or none at all. */
  void full(Fields entry) {
    Fields wanted = entry.only("rooms_full").map("rooms_full").only("arrival", "departure", "type");
    for (RoomType type : venue.lodging().types()) {
      if (!wanted.has("type") || type.name().equals(wanted.text("type"))) {
        StayWish wish =
            new StayWish(
                venue,
                wanted.date("arrival"),
                wanted.date("departure"),
                type.name(),
                new Party(1, 0, 0),
                now.minus(LONG_BEFORE));
        while (book(wish, new Guest(OTHERS, ""), "", true) != null) {}
      }
    }
  }

  private Stay book(StayWish wish, Guest guest, String notes, boolean confirmed) {
    String key = "given-" + ++written;
    StayAnswer answer =
        new BookStay(book).book(wish, new StayGuest(guest, notes, Channel.STAFF, null), key);
    if (!(answer instanceof StayAnswer.Done(Stay stay))) {
      return null;
    }
    if (confirmed && stay.state() instanceof StayState.Pending) {
      new ConfirmStay(book)
          .confirm(new StayRequest(venue, stay.reference(), By.STAFF, key, wish.now()));
    }
    return stay;
  }
}
