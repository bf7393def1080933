package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.inbound.InboundMessage;
import io.conserje.outbound.Notice;
import io.conserje.outbound.Outbox.Claim;
import io.conserje.venue.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who brings what is written to an address is known where something is said from it. */
class AddressCarriersTest {

  private static final String META = "106540352242922";
  private static final Instant NOW = Instant.parse("2026-11-20T11:00:00Z");

  private Database database;
  private PostgresOutbox outbox;

  @BeforeEach
  void open() {
    database = Database.with(1);
    database.update(
        "INSERT INTO channel_addresses (channel, address, venue, place) VALUES"
            + " ('whatsapp', '" + META + "', 'house', 1)");
    database.update("UPDATE channel_addresses SET place = 0 WHERE address = '+34600000900'");
    outbox = new PostgresOutbox(database.sql);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void theFirstMessageTellsWhoCarries() {
    say("+34600000102");
    assertEquals(List.of("+34600000900 null"), said("+34600000102"));

    writes("twilio", "+34600000900", "+34600000101");
    say("+34600000101");
    assertEquals(List.of("+34600000900 twilio"), said("+34600000101"));
  }

  @Test
  void twoProvidersOfOneHouseEachCarryTheirOwn() {
    writes("meta", META, "+34600000103");
    writes("twilio", "+34600000900", "+34600000101");
    say("+34600000101");
    say("+34600000103");

    assertEquals(List.of("+34600000900 twilio"), said("+34600000101"));
    assertEquals(List.of(META + " meta"), said("+34600000103"));
  }

  @Test
  void anAddressThatMovesIsCarriedByWhoBringsItsMessagesNow() {
    writes("twilio", "+34600000900", "+34600000101");
    writes("telnyx", "+34600000900", "+34600000101");
    say("+34600000101");

    assertEquals(List.of("+34600000900 telnyx"), said("+34600000101"));
  }

  @Test
  void whoIsNotKnownIsWrittenToFromTheFirstAddressOfTheHouseFile() {
    writes("meta", META, "+34600000103");
    say("+34600000104");
    assertEquals(List.of("+34600000900 null"), said("+34600000104"));

    database.update("UPDATE channel_addresses SET place = 2 WHERE address = '+34600000900'");
    say("+34600000105");
    assertEquals(List.of(META + " meta"), said("+34600000105"));
  }

  private void writes(String provider, String houseAddress, String guest) {
    new PostgresInboundLedger(database.sql, database.json)
        .record(
            new InboundMessage(
                provider,
                provider + guest,
                Channel.WHATSAPP,
                houseAddress,
                guest,
                "Ana",
                "Hola",
                "text",
                List.of(),
                NOW,
                "test"),
            database.house(),
            false,
            null,
            NOW);
  }

  private void say(String guest) {
    Notice notice =
        new Notice(Database.HOUSE, guest, Locale.of("es"), "Hola", "to " + guest, NOW);
    database.sql.at(Database.HOUSE, () -> new PostgresNotices(database.sql).say(notice));
  }

  /** From where, and who carries it. */
  private List<String> said(String guest) {
    return database
        .list(
            "SELECT id FROM conversations WHERE guest_address = ?", row -> row.id("id"), guest)
        .stream()
        .map(id -> outbox.claim(id, NOW, Duration.ofSeconds(40), null))
        .filter(Claim.Claimed.class::isInstance)
        .map(claim -> ((Claim.Claimed) claim).message())
        .map(message -> message.houseAddress() + " " + message.carrier())
        .toList();
  }
}
