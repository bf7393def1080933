package io.conserje.connectors.postgres;

import static io.conserje.connectors.postgres.GuestBook.HOUSE;
import static io.conserje.connectors.postgres.GuestBook.LAST_MONTH;
import static io.conserje.connectors.postgres.GuestBook.MARTA;
import static io.conserje.connectors.postgres.GuestBook.NEXT_WEEK;
import static io.conserje.connectors.postgres.GuestBook.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.conversation.ModelAnswer;
import io.conserje.conversation.SavedTurns.LeaseLost;
import io.conserje.conversation.Step;
import io.conserje.conversation.Turn;
import io.conserje.guest.GuestAnswer;
import io.conserje.guest.GuestAnswer.Reason;
import io.conserje.inbound.InboundLedger.Entry;
import io.conserje.inbound.InboundMessage;
import io.conserje.venue.Channel;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who is erased, who is not, and what is left of them. */
class EraseGuestTest extends WholeLife {

  @Test
  void nothingTellsAnyMoreWhoItWas() {
    live();
    for (String telling : TELLING) {
      assertNotEquals(List.of(), tablesWith(telling), "the test tells nothing of " + telling);
    }

    assertEquals(new GuestAnswer.Erased(), erase.erase(HOUSE, guest, MARTA));

    for (String telling : TELLING) {
      assertEquals(List.of(), tablesWith(telling), telling);
    }
  }

  @Test
  void whatStaffHearOfOthersAndSayThemselvesStays() {
    live();
    UUID staffs = conversation(STAFF);
    book.database.update(
        "INSERT INTO messages (conversation, venue, sender, body, at, state)"
            + " VALUES (?, 'house', 'guest', 'vale', now(), 'done')",
        staffs);
    told(STAFF, Channel.WHATSAPP, null, "Ana espera.");

    erase.erase(HOUSE, guest, MARTA);

    assertEquals(
        List.of("", "vale", "Ana espera."),
        book.database.list(
            "SELECT body FROM messages WHERE conversation = ? ORDER BY position",
            row -> row.text("body"),
            staffs));
    assertEquals(1, book.database.count("outbox WHERE guest_address = '" + STAFF + "'"));
  }

  @Test
  void nobodyIsToldOfARequestThatIsErasedMeanwhile() {
    UUID talk = live();
    UUID request =
        book.database
            .one(
                "SELECT id FROM person_requests WHERE conversation = '" + talk + "'",
                row -> row.id("id"))
            .orElseThrow();
    erase.erase(HOUSE, guest, MARTA);

    told(STAFF, Channel.WHATSAPP, request, NAME + " espera todavía.");

    assertEquals(List.of(), tablesWith(NAME));
  }

  private UUID conversation(String address) {
    return book.database
        .one(
            "SELECT id FROM conversations WHERE guest_address = '" + address + "'",
            row -> row.id("id"))
        .orElseThrow();
  }

  @Test
  void aTalkInWhichTheyOnlyAskedForAPersonIsTheirs() {
    book.book(guest, "finished", LAST_MONTH, NAME, "", null);
    UUID chat =
        ledger()
            .record(
                new InboundMessage(
                    "webchat",
                    "chat:1",
                    Channel.WEBCHAT,
                    "house",
                    "chat-of-nobody",
                    "",
                    "Soy " + NAME,
                    "text",
                    List.of(),
                    NOW,
                    "c"),
                house(),
                false,
                null,
                NOW)
            .conversation();
    book.waitAndAsk("", "600000666");
    book.database.update("UPDATE person_requests SET conversation = ?", chat);

    erase.erase(HOUSE, guest, MARTA);

    assertEquals(List.of(), tablesWith(NAME));
  }

  @Test
  void bookingsAndConversationsStayAsFigures() {
    UUID conversation = live();
    book.book(bystander, "finished", LAST_MONTH, "Ana", "junto a la ventana", null);

    erase.erase(HOUSE, guest, MARTA);

    assertEquals(2, book.bookingsOf(guest).size());
    assertEquals(2, book.database.count("reservations WHERE guest_name = '' AND party_size = 2"));
    assertEquals(1, book.database.count("conversations WHERE id = '" + conversation + "'"));
    assertEquals(0, book.database.count("messages WHERE state IN ('waiting', 'in_turn')"));
    assertEquals(0, book.database.count("outbox WHERE state IN ('waiting', 'sending')"));
    assertEquals(1, book.database.count("reservations WHERE notes = 'junto a la ventana'"));
    assertEquals("Ana", book.record(bystander).name());
  }

  @Test
  void theGuestIsNoLongerFoundAndBeginsAnewWhenComingBack() {
    live();
    erase.erase(HOUSE, guest, MARTA);

    assertTrue(book.guests.byId(HOUSE, guest, NOW).isEmpty());
    assertEquals(List.of(), book.guests.byName(HOUSE, NAME, 20, NOW));
    assertNotEquals(guest, book.meet(NAME, PHONE));
    assertEquals(
        6,
        say("wamid.new", "hola").conversation() == null ? 0 : book.database.count("conversations"));
  }

  @Test
  void aBookingStillToComeIsReasonToRefuse() {
    String reference = book.book(guest, "confirmed", NEXT_WEEK, NAME, "", null);

    GuestAnswer.Refused refused =
        assertInstanceOf(GuestAnswer.Refused.class, erase.erase(HOUSE, guest, MARTA));

    assertEquals(Reason.HAS_BOOKING, refused.reason());
    assertTrue(refused.words().contains(reference), refused.words());
    assertEquals(NAME, book.record(guest).name());
    assertEquals(List.of(), book.audit(guest));
  }

  @Test
  void soIsAStayStillToCome() {
    String reference = book.stay(guest, "confirmed", NEXT_WEEK, NAME, PHONE);

    GuestAnswer.Refused refused =
        assertInstanceOf(GuestAnswer.Refused.class, erase.erase(HOUSE, guest, MARTA));

    assertEquals(Reason.HAS_BOOKING, refused.reason());
    assertTrue(refused.words().contains(reference), refused.words());
  }

  @Test
  void erasingAgainChangesNothingAndTheLogSaysWhoDidItOnce() {
    live();
    erase.erase(HOUSE, guest, MARTA);

    assertEquals(new GuestAnswer.Erased(), erase.erase(HOUSE, guest, MARTA));
    assertEquals(List.of("guest_erased by Marta", "guests_merged by Marta"), book.audit(guest));
  }

  @Test
  void whoIsAnsweringAtThatMomentIsStopped() {
    Entry entry = say("wamid.1", "Soy " + NAME);
    PostgresSavedTurns turns = new PostgresSavedTurns(book.database.sql, book.database.json);
    Turn turn = open(turns, entry);

    erase.erase(HOUSE, guest, MARTA);

    Step step =
        new Step(1, entry.position(), ModelAnswer.say("Hola, " + NAME, Map.of(), "es"), List.of());
    assertThrows(LeaseLost.class, () -> turns.save(turn, step, "test", NOW));
    assertEquals(List.of(), tablesWith(NAME));
  }

  @Test
  void nobodyIsErasedWhoIsNotThere() {
    GuestAnswer answer = erase.erase(HOUSE, UUID.randomUUID(), MARTA);

    assertEquals(Reason.UNKNOWN, ((GuestAnswer.Refused) answer).reason());
    assertEquals(0, book.database.count("audit_log"));
  }
}
