package io.conserje.connectors.postgres;

import static io.conserje.connectors.postgres.GuestBook.HOUSE;
import static io.conserje.connectors.postgres.GuestBook.MARTA;
import static io.conserje.connectors.postgres.GuestBook.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.guest.Staff;
import io.conserje.inbound.DeliveryReport;
import io.conserje.inbound.InboundLedger.Entry;
import io.conserje.inbound.OptOutLedger;
import io.conserje.outbound.Delivery;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What comes of an erased guest after the erasure does not bring them back. */
class LateNewsOfErasedTest extends WholeLife {

  @Test
  void whatIsReportedLateOfAMessageToThemDoesNotBringTheNumberBack() {
    live();
    String ours =
        book.database
            .one(
                "SELECT id FROM outbox WHERE guest_address = '" + PHONE + "' LIMIT 1",
                row -> row.text("id"))
            .orElseThrow();
    book.database.update("UPDATE outbox SET state = 'sending' WHERE id = ?::uuid", ours);
    PostgresOutbox outbox = new PostgresOutbox(book.database.sql);
    DeliveryReport sent = report(ours, "sent");
    outbox.report(sent, Delivery.SENT, NOW);
    erase.erase(HOUSE, guest, MARTA);

    for (String ourId : new String[] {null, ours}) {
      DeliveryReport read = report(ourId, "read");
      UUID conversation = outbox.report(read, Delivery.READ, NOW).orElseThrow().conversation();
      ledger().report(read, conversation, NOW);
    }

    for (String telling : TELLING) {
      assertEquals(List.of(), tablesWith(telling), telling);
    }
    assertEquals(1, book.database.count("outbox WHERE state = 'read'"));
    assertEquals(1, book.database.count("inbound_ledger WHERE event = 'read'"));
  }

  private static DeliveryReport report(String ours, String status) {
    return new DeliveryReport("meta", "wamid." + PHONE + "x", ours, status, null, NOW, "c");
  }

  @Test
  void aLetterOfBeforeTheErasureThatIsReplayedIsOnlyCounted() {
    live();
    erase.erase(HOUSE, guest, MARTA);
    long talks = book.database.count("conversations");

    for (int i = 0; i < 2; i++) {
      assertEquals(
          Entry.FORGOTTEN, ledger().record(letter("hola, soy " + NAME), house(), false, null, NOW));
    }

    for (String telling : TELLING) {
      assertEquals(List.of(), tablesWith(telling), telling);
    }
    assertEquals(1, book.database.count("inbound_ledger WHERE outcome = 'forgotten'"));
    assertEquals(talks, book.database.count("conversations"));
  }

  @Test
  void soIsAStopAndNobodyIsNamedForIt() {
    live();
    erase.erase(HOUSE, guest, MARTA);

    new OptOutLedger(ledger(), new PostgresOptOuts(book.database.sql))
        .record(letter("baja"), house(), false, null, NOW);

    assertEquals(0, book.database.count("opt_outs"));
  }

  @Test
  void whoIsBackKeepsTheirNewTalkWhenALetterOfTheOldOneIsReplayed() {
    live();
    erase.erase(HOUSE, guest, MARTA);
    UUID talk = say("wamid.back", "he vuelto").conversation();

    ledger().record(letter("hola, soy " + NAME), house(), false, null, NOW);

    assertEquals(
        List.of("he vuelto"),
        book.database.list(
            "SELECT body FROM messages WHERE conversation = ?", row -> row.text("body"), talk));
  }

  @Test
  void aMessageThatComesTwiceIsKnownAfterItsGuestIsErased() {
    Entry first = say("wamid.twice", "Soy " + NAME);
    erase.erase(HOUSE, guest, MARTA);

    assertEquals(first.conversation(), say("wamid.twice", "Soy " + NAME).conversation());
    assertEquals(List.of(), tablesWith(NAME));
  }

  @Test
  void whatIsToldLateOfACallDoesNotBringTheGuestBack() {
    live();
    erase.erase(HOUSE, guest, MARTA);

    record("end-of-call-report");
    record("transcript:later");

    for (String telling : TELLING) {
      assertEquals(List.of(), tablesWith(telling), telling);
    }
    assertEquals(1, book.database.count("calls WHERE state = 'ended' AND cost_micros = 5"));
  }

  @Test
  void aCallThatIsHeardOfOnlyAfterItsGuestWasErasedIsAFigure() {
    live();
    erase.erase(HOUSE, guest, MARTA);

    record("call-unheard", "end-of-call-report", PHONE);
    record("call-unheard", "transcript:later", "");

    for (String telling : TELLING) {
      assertEquals(List.of(), tablesWith(telling), telling);
    }
    assertEquals(
        1,
        book.database.count("calls WHERE provider_call_id = 'call-unheard' AND cost_micros = 5"));
  }

  @Test
  void whoCallsAfterTheyWereErasedIsANewGuest() {
    live();
    erase.erase(HOUSE, guest, new Staff("Marta", NOW.minusSeconds(1)));

    record("call-new", "end-of-call-report", PHONE);

    assertEquals(1, book.database.count("calls WHERE guest_address = '" + PHONE + "'"));
  }
}
