package io.conserje.connectors.postgres;

import static io.conserje.connectors.postgres.GuestBook.HOUSE;
import static io.conserje.connectors.postgres.GuestBook.LAST_MONTH;
import static io.conserje.connectors.postgres.GuestBook.MARTA;
import static io.conserje.connectors.postgres.GuestBook.NEXT_WEEK;
import static io.conserje.connectors.postgres.GuestBook.NOW;
import static io.conserje.connectors.postgres.GuestBook.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.guest.GuestAnswer;
import io.conserje.guest.GuestAnswer.Reason;
import io.conserje.guest.GuestRecord;
import io.conserje.guest.MergeGuests;
import io.conserje.venue.VenueId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MergeGuestsTest {

  private GuestBook book;
  private MergeGuests merge;
  private UUID lucia;
  private UUID lucy;

  @BeforeEach
  void open() {
    book = new GuestBook();
    merge = new MergeGuests(book.guests);
    lucia = book.meet("Lucía", "+34600000101");
    lucy = book.meet("Lucy", "lucy@example.com");
  }

  @AfterEach
  void close() {
    book.close();
  }

  @Test
  void everythingOfBothBelongsToOneAfterwards() {
    book.book(lucia, "finished", LAST_MONTH);
    book.book(lucy, "finished", LAST_MONTH);
    book.book(lucy, "confirmed", NEXT_WEEK);
    book.guests.addNote(HOUSE, lucia, "uno", "k1", MARTA);
    book.guests.addNote(HOUSE, lucy, "dos", "k2", MARTA);
    book.guests.setPreference(HOUSE, lucy, "zone", "terrace", MARTA);

    GuestRecord record = done(merge.merge(HOUSE, lucy, lucia, MARTA));

    assertEquals(lucia, record.id());
    assertEquals("Lucía", record.name());
    assertEquals(List.of("Lucy"), record.alsoKnownAs());
    assertEquals(List.of("R1", "R2", "R3"), book.bookingsOf(lucia));
    assertEquals(2, record.visits().visits());
    assertEquals(1, record.visits().ahead());
    assertEquals(2, record.addresses().size());
    assertEquals(List.of("uno", "dos"), record.notes().stream().map(n -> n.note()).toList());
    assertEquals(1, record.preferences().size());
  }

  @Test
  void bothAddressesAndTheOldIdLeadToTheOneGuest() {
    merge.merge(HOUSE, lucy, lucia, MARTA);

    assertEquals(lucia, book.meet("Lucy", "lucy@example.com"));
    assertEquals(lucia, book.meet("Lucía", "+34600000101"));
    assertEquals(lucia, book.record(lucy).id());
  }

  @Test
  void mergingAgainChangesNothing() {
    merge.merge(HOUSE, lucy, lucia, MARTA);

    assertEquals(lucia, done(merge.merge(HOUSE, lucy, lucia, MARTA)).id());
    assertEquals(lucia, done(merge.merge(HOUSE, lucia, lucy, MARTA)).id());
    assertEquals(List.of("guests_merged by Marta"), book.audit(lucia));
  }

  @Test
  void theLogSaysWhoMergedWhomAndNothingPersonal() {
    merge.merge(HOUSE, lucy, lucia, MARTA);

    String line =
        book.database
            .one("SELECT l::text AS line FROM audit_log l", row -> row.text("line"))
            .orElseThrow();
    assertTrue(line.contains("Marta") && line.contains(lucy.toString()), line);
    assertTrue(!line.contains("Luc") && !line.contains("600000101"), line);
  }

  @Test
  void aGuestIsNotMergedIntoItselfNorWithNobodyNorWithAnotherHousesGuest() {
    VenueId other = book.database.secondHouse();

    assertRefused(Reason.SAME_GUEST, merge.merge(HOUSE, lucia, lucia, MARTA));
    assertRefused(Reason.UNKNOWN, merge.merge(HOUSE, lucia, UUID.randomUUID(), MARTA));
    assertRefused(Reason.UNKNOWN, merge.merge(HOUSE, UUID.randomUUID(), lucia, MARTA));
    assertRefused(Reason.UNKNOWN, merge.merge(other, lucy, lucia, MARTA));
    assertEquals(0, book.database.count("audit_log"));
  }

  @Test
  void aThirdJoinsTheOneTheyBecame() {
    UUID luz = book.meet("Luz", "+34600000103");
    book.book(lucy, "finished", LAST_MONTH);
    merge.merge(HOUSE, lucy, lucia, MARTA);

    assertRefused(Reason.ALREADY_MERGED, merge.merge(HOUSE, luz, lucy, MARTA));
    assertEquals(luz, done(merge.merge(HOUSE, lucia, luz, MARTA)).id());

    assertEquals(luz, book.record(lucy).id());
    assertEquals(List.of("R1"), book.bookingsOf(luz));
    assertEquals(List.of("Lucy", "Lucía"), book.record(luz).alsoKnownAs());
  }

  @Test
  void twoWhoMergeTheSameGuestsAtOnceMakeOneOfThem() throws Exception {
    for (int round = 0; round < 20; round++) {
      UUID a = book.meet("A" + round, "a" + round + "@example.com");
      UUID b = book.meet("B" + round, "b" + round + "@example.com");
      book.book(a, "finished", LAST_MONTH);
      book.book(b, "finished", LAST_MONTH);
      int number = round;

      List<GuestAnswer> answers =
          atOnce(
              () -> merge.merge(HOUSE, a, b, MARTA),
              () -> merge.merge(HOUSE, b, a, MARTA),
              () -> {
                book.meet("A" + number, "a" + number + "@example.com");
                return null;
              });

      UUID one = done(answers.get(0)).id();
      assertEquals(one, done(answers.get(1)).id());
      assertEquals(2, book.record(a).visits().visits());
      assertEquals(book.record(a).id(), book.record(b).id());
      assertEquals(2, book.bookingsOf(one).size());
    }
  }

  @SafeVarargs
  private static List<GuestAnswer> atOnce(Callable<GuestAnswer>... all) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(all.length)) {
      List<GuestAnswer> answers = new ArrayList<>();
      for (Future<GuestAnswer> one : threads.invokeAll(List.of(all))) {
        answers.add(one.get());
      }
      return answers;
    }
  }

  @Test
  void bookingsMadeWhileGuestsAreMergedAreNotLost() throws Exception {
    for (int round = 0; round < 20; round++) {
      UUID a = book.meet("A" + round, "a" + round + "@example.com");
      UUID b = book.meet("B" + round, "b" + round + "@example.com");
      int number = round;
      atOnce(
          () -> merge.merge(HOUSE, a, b, MARTA),
          () ->
              book.database.sql.at(
                  HOUSE,
                  () -> {
                    UUID met = book.meet("A" + number, "a" + number + "@example.com");
                    bookInTheSameTransaction(met);
                    return null;
                  }));

      assertEquals(1, book.bookingsOf(b).size(), "round " + round);
      assertEquals(1, book.record(b).visits().visits());
    }
  }

  private void bookInTheSameTransaction(UUID guest) {
    book.database.sql.update(
        """
        INSERT INTO reservations (id, venue, reference, status, starts_at, ends_at, party_size, guest,
          guest_name, channel, made_at)
        VALUES (gen_random_uuid(), 'house', gen_random_uuid()::text, 'finished', ?, ?, 2, ?, '', 'staff', ?)
        """,
        LAST_MONTH,
        NOW,
        guest,
        LAST_MONTH);
  }

  private static void assertRefused(Reason reason, GuestAnswer answer) {
    assertEquals(reason, ((GuestAnswer.Refused) answer).reason());
  }
}
