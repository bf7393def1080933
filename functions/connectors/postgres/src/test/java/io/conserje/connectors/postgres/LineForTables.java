package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.conserje.guest.Guest;
import io.conserje.reservation.Asker;
import io.conserje.reservation.CancelReservation;
import io.conserje.reservation.ConfirmReservation;
import io.conserje.reservation.Outcome;
import io.conserje.reservation.Outcome.Done;
import io.conserje.reservation.Party;
import io.conserje.reservation.Reservation;
import io.conserje.reservation.ReserveTable;
import io.conserje.reservation.Wish;
import io.conserje.venue.Channel;
import io.conserje.waitlist.FrontDesk;
import io.conserje.waitlist.JoinWaitlist.Answer;
import io.conserje.waitlist.Wanted;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** A house that is full on Saturday, and guests who wait for a table of it. */
abstract class LineForTables {

  static final LocalDateTime EIGHT = LocalDateTime.parse("2026-11-21T20:00");
  static final LocalDateTime NINE = LocalDateTime.parse("2026-11-21T21:00");
  static final LocalDateTime TEN = LocalDateTime.parse("2026-11-21T22:00");
  private static final LocalDate SATURDAY = NINE.toLocalDate();
  static final String LUIS = "+34600000101";
  static final String ANA = "+34600000102";
  static final String EVA = "+34600000103";

  Instant now = Instant.parse("2026-11-20T11:00:00Z");
  Database database;
  FrontDesk desk;

  void house(int tables) {
    database = Database.with(tables);
    desk = deskOver(database);
  }

  static FrontDesk deskOver(Database database) {
    return FrontDesk.of(
        PostgresTableBookTest.bookOf(database),
        new PostgresWaitlist(database.sql),
        new PostgresNotices(database.sql),
        new PostgresPersonRequests(database.sql),
        new PostgresVenues(database.venueRows, database.json));
  }

  @AfterEach
  void close() {
    database.close();
  }

  Answer.Joined joined(String phone, LocalDateTime at) {
    Answer answer = join(phone, new Wanted(at, at, Party.of(4), ""), phone);
    return assertInstanceOf(Answer.Joined.class, answer);
  }

  Answer join(String phone, Wanted wanted, String key) {
    return desk.join().join(database.house(), wanted, guest(phone), "join:" + key, now);
  }

  Reservation booked(String phone, LocalDateTime at) {
    Wish wish = Wish.of(database.house(), at, Party.of(4), "", now);
    Outcome outcome = new ReserveTable(desk.book()).book(wish, guest(phone), "book:" + phone + at);
    return assertInstanceOf(Done.class, outcome).reservation();
  }

  static ReserveTable.For guest(String phone) {
    return new ReserveTable.For(
        new Guest("Lucía", phone), Reservation.Details.NONE, Channel.WHATSAPP, null);
  }

  void cancel(Reservation gone, String phone) {
    Outcome outcome =
        new CancelReservation(desk.book())
            .cancel(
                database.house(), gone.reference(), Asker.guest(phone, null), "c" + gone.id(), now);
    assertInstanceOf(Done.class, outcome);
  }

  void confirm(Reservation held, String phone) {
    Outcome outcome =
        new ConfirmReservation(desk.book())
            .confirm(
                database.house(), held.reference(), Asker.guest(phone, null), "y" + held.id(), now);
    assertInstanceOf(Done.class, outcome);
  }

  /** The only one this guest has. */
  Reservation held(String phone) {
    return desk.book().comingUp(Database.HOUSE, phone, null, now).getFirst();
  }

  List<String> line() {
    return new PostgresWaitlist(database.sql)
        .on(Database.HOUSE, SATURDAY).stream().map(e -> e.standing().code()).toList();
  }

  List<String> notices(String phone) {
    return texts(
        "SELECT body AS text FROM outbox WHERE guest_address = ? ORDER BY position", phone);
  }

  List<String> texts(String query, Object... arguments) {
    return database.sql.at(
        Database.HOUSE, () -> database.sql.list(query, row -> row.text("text"), arguments));
  }
}
