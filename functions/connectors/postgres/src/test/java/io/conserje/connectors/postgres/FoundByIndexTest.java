package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.conversation.Receptionist;
import io.conserje.conversation.TurnRules;
import io.conserje.conversation.builtin.BuiltInModel;
import io.conserje.inbound.InboundLedger.Entry;
import io.conserje.inbound.InboundMessage;
import io.conserje.outbound.Outbox.Claim;
import io.conserje.reservation.tools.ReservationTools;
import io.conserje.venue.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** However much a house has said in its years, a turn looks only at what is its own. */
class FoundByIndexTest {

  private static final String[] GROWING = {
    "conversations",
    "messages",
    "turns",
    "turn_steps",
    "tool_results",
    "outbox",
    "inbound_ledger",
    "reservations",
    "reservation_moves",
    "table_claims",
    "guests",
    "guest_addresses"
  };

  private final Database database = Database.byIndex(2);
  private final PostgresOutbox outbox = new PostgresOutbox(database.sql);
  private final Receptionist receptionist =
      new Receptionist(
          new PostgresSavedTurns(database.sql, database.json),
          new PostgresVenues(database.venueRows, database.json),
          new BuiltInModel(),
          ReservationTools.over(PostgresTableBookTest.bookOf(database)),
          () -> Instant.parse("2026-11-20T11:00:00Z"),
          TurnRules::usual);

  @Test
  void whatATurnTakesIsFoundByAnIndex() {
    talk("SM1", "mesa para dos mañana a las nueve, a nombre de Lucía");
    talk("SM2", "sí");

    assertEquals(
        1, database.count("reservations WHERE venue = 'house' AND starts_at > '2026-11-21'"));
    assertEquals(List.of(), database.closedAfterScansOf(GROWING));
  }

  private void talk(String event, String text) {
    Instant now = Instant.parse("2026-11-20T11:00:00Z");
    InboundMessage message =
        new InboundMessage(
            "twilio",
            event,
            Channel.WHATSAPP,
            "+34600000900",
            "+34600000101",
            "",
            text,
            "text",
            List.of(),
            now,
            "correlation");
    Entry entry =
        new PostgresInboundLedger(database.sql, database.json, database.digests)
            .record(message, database.house(), false, null, now);
    receptionist.answer(entry.conversation(), entry.position());
    Claim.Claimed claimed =
        (Claim.Claimed) outbox.claim(entry.conversation(), now, Duration.ofSeconds(40), null);
    outbox.taken(claimed.message(), "twilio", "SM" + event, now);
  }
}
