package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.conversation.Wakeups;
import io.conserje.inbound.InboundMessage;
import io.conserje.inbound.RecordInbound;
import io.conserje.inbound.SenderLimit.Verdict;
import io.conserje.outbound.Notice;
import io.conserje.outbound.Outbox.Claim;
import io.conserje.venue.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who brings what is written to an address is known where something is said from it. */
class AddressCarriersTest {

  private static final String META = "106540352242922";
  private static final Instant NOW = Instant.parse("2026-11-20T11:00:00Z");

  private Duration later = Duration.ZERO;
  private int reminders;
  private Database database;
  private PostgresOutbox outbox;

  @BeforeEach
  void open() {
    database = Database.with(1);
    database.update(
        "INSERT INTO channel_addresses (channel, address, venue, place) VALUES"
            + " ('whatsapp', '"
            + META
            + "', 'house', 1)");
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

  @Test
  void aHouseThatIsKnownByItsNumberAloneIsFoundByItAndAnswersByTheProvidersNameOfIt() {
    InboundMessage message = message("meta", "999", "+34600000106").orTo("+34600000900");
    receive(message);
    receive(message);
    say("+34600000106");

    assertEquals(List.of("999 meta"), said("+34600000106"));
    assertEquals(1, database.count("messages WHERE sender = 'guest'"));
    assertEquals(1, database.count("conversations WHERE house_address = '+34600000900'"));
  }

  @Test
  void aProvidersNameOfANumberIsForgottenWithTheProvider() {
    receive(message("meta", "999", "+34600000109").orTo("+34600000900"));
    receive(message("twilio", "+34600000900", "+34600000110"));
    say("+34600000109");

    assertEquals(List.of("+34600000900 twilio"), said("+34600000109"));
  }

  @Test
  void theProvidersOwnNameOfANumberGoesFirst() {
    receive(message("meta", META, "+34600000107").orTo("+34600000900"));
    say("+34600000107");

    assertEquals(List.of(META + " meta"), said("+34600000107"));
  }

  @Test
  void theSameEventAfterDaysIsTheSame() {
    receive(message("meta", META, "+34600000108"));
    later = Duration.ofDays(6);
    receive(message("meta", META, "+34600000108"));

    assertEquals(1, database.count("messages WHERE sender = 'guest'"));
    assertEquals(2, reminders);
  }

  private void receive(InboundMessage message) {
    Wakeups wakeups =
        new Wakeups() {
          @Override
          public void turnDue(UUID conversation, long position, Duration delay) {
            reminders++;
          }

          @Override
          public void outboxDue(UUID conversation, Duration delay, Instant waitsFor) {}
        };
    new RecordInbound(
            new PostgresInboundLedger(database.sql, database.json, database.digests),
            new PostgresVenues(database.venueRows, database.json),
            (venue, sender, event, now) -> Verdict.ANSWER,
            wakeups,
            () -> NOW.plus(later))
        .record(message);
  }

  private void writes(String provider, String houseAddress, String guest) {
    receive(message(provider, houseAddress, guest));
  }

  private static InboundMessage message(String provider, String houseAddress, String guest) {
    return new InboundMessage(
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
        "test");
  }

  private void say(String guest) {
    Notice notice = new Notice(Database.HOUSE, guest, Locale.of("es"), "Hola", "to " + guest, NOW);
    database.sql.at(Database.HOUSE, () -> new PostgresNotices(database.sql).say(notice));
  }

  /** From where, and who carries it. */
  private List<String> said(String guest) {
    return database
        .list("SELECT id FROM conversations WHERE guest_address = ?", row -> row.id("id"), guest)
        .stream()
        .map(id -> outbox.claim(id, NOW, Duration.ofSeconds(40), null))
        .filter(Claim.Claimed.class::isInstance)
        .map(claim -> ((Claim.Claimed) claim).message())
        .map(message -> message.houseAddress() + " " + message.carrier())
        .toList();
  }
}
