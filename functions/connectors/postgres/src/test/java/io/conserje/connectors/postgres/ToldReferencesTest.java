package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.conserje.conversation.Tool;
import io.conserje.conversation.ToolBox;
import io.conserje.conversation.ToolCall;
import io.conserje.guest.Guest;
import io.conserje.reservation.CheckReference;
import io.conserje.reservation.Outcome.Done;
import io.conserje.reservation.Party;
import io.conserje.reservation.Reservation;
import io.conserje.reservation.ReserveTable;
import io.conserje.reservation.Wish;
import io.conserje.reservation.tools.ReservationTools;
import io.conserje.venue.Channel;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who booked by telephone and writes in the web chat, where nobody's number is known. */
class ToldReferencesTest {

  private final Database database = Database.with(3);
  private Instant now = Instant.parse("2026-11-20T11:00:00Z");
  private final UUID chat = conversation();
  private Reservation booked;
  private int calls;

  @BeforeEach
  void bookByTelephone() {
    Wish wish =
        Wish.of(database.house(), LocalDateTime.parse("2026-11-21T21:00"), Party.of(4), "", now);
    ReserveTable.For who =
        new ReserveTable.For(
            new Guest("Lucía de la Torre", "+34600000101"),
            Reservation.Details.NONE,
            Channel.VOICE,
            null);
    booked =
        assertInstanceOf(
                Done.class,
                new ReserveTable(PostgresTableBookTest.bookOf(database))
                    .book(wish.answeredFor(), who, "call"))
            .reservation();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void theReferenceAloneShowsNothing() {
    assertEquals("name_needed", find(chat, Map.of("reference", booked.reference())));
    assertEquals("name_needed", find(chat, Map.of("reference", "ZZ9999")));
    assertEquals("refused", cancel(chat));
  }

  @Test
  void withTheNameTheBookingIsTheGuestsInThisConversationAndInNoOther() {
    assertEquals("found", find(chat, told("lucia TORRE")));
    assertEquals("found", find(chat, Map.of()));

    UUID other = conversation();
    assertEquals("none", find(other, Map.of()));
    assertEquals("refused", cancel(other));
    assertEquals("cancelled", cancel(chat));
  }

  @Test
  void theTelephoneItWasBookedWithDoesAsWell() {
    assertEquals("none", find(chat, Map.of("reference", booked.reference(), "phone", "600000102")));
    assertEquals(
        "found", find(chat, Map.of("reference", booked.reference(), "phone", "600 000 101")));
  }

  @Test
  void anotherNameOrOneThatManyShareIsNotEnough() {
    assertEquals("none", find(chat, told("Pedro Sanz")));
    assertEquals("none", find(chat, told("de la")));
    assertEquals("name_needed", find(chat, told("  ")));
    assertEquals("refused", cancel(chat));
  }

  @Test
  void howeverTheReferenceIsWritten() {
    String spaced = booked.reference().toLowerCase(Locale.ROOT).replaceAll("(.)", "$1 ");

    assertEquals("found", find(chat, Map.of("reference", spaced, "name", "Lucía")));
  }

  @Test
  void whoIsWrongFiveTimesFindsNothingUntilTheNextDay() {
    for (int i = 0; i < CheckReference.FAILURES; i++) {
      assertEquals("none", find(chat, told("Pedro" + "abcdefg".charAt(i))));
    }

    assertEquals("none", find(chat, told("Lucía")));
    assertEquals("none", find(conversation(), told("Lucía")));

    now = now.plus(CheckReference.REMEMBERED);
    assertEquals("found", find(chat, told("Lucía")));
  }

  @Test
  void manyReferencesAreNotTriedInOneConversation() {
    for (int i = 0; i < CheckReference.FAILURES; i++) {
      assertEquals("none", find(chat, Map.of("reference", "ZZ222" + i, "name", "Lucía")));
    }

    assertEquals("none", find(chat, told("Lucía")));
    assertEquals("found", find(conversation(), told("Lucía")));
  }

  private Map<String, Object> told(String name) {
    return Map.of("reference", booked.reference(), "name", name);
  }

  private Object find(UUID conversation, Map<String, Object> arguments) {
    return run(conversation, "find_reservation", arguments);
  }

  private Object cancel(UUID conversation) {
    return run(conversation, "cancel_reservation", Map.of("reference", booked.reference()));
  }

  private Object run(UUID conversation, String tool, Map<String, Object> arguments) {
    ToolBox tools = ReservationTools.over(PostgresTableBookTest.bookOf(database));
    String id = "call-" + ++calls;
    Tool.Context context =
        new Tool.Context(
            database.house(),
            Channel.WEBCHAT,
            new Guest("", ""),
            conversation,
            now.atZone(database.house().zone()),
            Locale.of("es"),
            id);
    return tools.run(new ToolCall(id, tool, arguments), context).status();
  }

  private UUID conversation() {
    UUID id = UUID.randomUUID();
    database.update(
        """
        INSERT INTO conversations (id, venue, channel, house_address, guest_address, language,
          started_at, last_at)
        VALUES (?, 'house', 'webchat', 'chat', ?, 'es', ?, ?)
        """,
        id,
        id.toString(),
        now,
        now);
    return id;
  }
}
