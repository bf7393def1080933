package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.conversation.Tool;
import io.conserje.conversation.ToolBox;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.guest.Guest;
import io.conserje.handoff.CallPerson;
import io.conserje.handoff.tools.HandoffTools;
import io.conserje.reservation.Outcome.Done;
import io.conserje.reservation.Party;
import io.conserje.reservation.Reservation;
import io.conserje.reservation.ReserveTable;
import io.conserje.reservation.Wish;
import io.conserje.venue.Channel;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A group is handed to a person, and then its guest goes on talking. */
class GroupRequestTest {

  private static final Instant NOW = Instant.parse("2026-11-20T11:00:00Z");
  private static final UUID CONVERSATION = UUID.randomUUID();
  private static final Guest GUEST = new Guest("Lucía", "+34600000101");

  private final Database database = Database.with(2);

  @BeforeEach
  void open() {
    database.update(
        """
        INSERT INTO conversations (id, venue, channel, house_address, guest_address, language,
          started_at, last_at)
        VALUES (?, 'house', 'whatsapp', '+34600000900', '+34600000101', 'es', ?, ?)
        """,
        CONVERSATION,
        NOW,
        NOW);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void theGroupIsExplainedOnceAndWhatIsAddedIsOnlyAdded() {
    String first = said(Map.of("reason", "group", "party_size", 15));
    String then = said(Map.of("reason", "group", "party_size", 15, "date", "2026-11-21"));

    assertTrue(first.contains("Los grupos de más de"), first);
    assertEquals("Se lo he añadido a su petición.", then);
    assertEquals(1, database.count("person_requests"));
  }

  @Test
  void whoBooksForFewerThatDayNeedsNoPersonAnyMore() {
    said(Map.of("reason", "group", "party_size", 15, "date", "2026-11-21", "notes", "alérgicos"));

    Reservation made = book(LocalDateTime.parse("2026-11-21T21:00"));

    assertEquals(
        List.of("house alérgicos [Booked for 4 on 2026-11-21 at 21:00, " + made.reference() + "]"),
        requests());
  }

  @Test
  void whoBooksForAnotherDayStillNeedsThePersonWhoIsTold() {
    said(Map.of("reason", "group", "party_size", 15, "date", "2026-12-24"));

    Reservation made = book(LocalDateTime.parse("2026-11-21T21:00"));

    assertEquals(
        List.of("nobody [Booked for 4 on 2026-11-21 at 21:00, " + made.reference() + "]"),
        requests());
  }

  private String said(Map<String, Object> arguments) {
    ToolBox tools =
        HandoffTools.over(
            new CallPerson(
                new PostgresPersonRequests(database.sql), new PostgresNotices(database.sql)));
    Tool.Context context =
        new Tool.Context(
            database.house(),
            Channel.WHATSAPP,
            GUEST,
            CONVERSATION,
            NOW.atZone(database.house().zone()),
            Locale.of("es"),
            "key");
    ToolCall call = new ToolCall("1", "hand_to_person", new HashMap<>(arguments));
    ToolResult result = tools.run(call, context);
    return result.mustHear();
  }

  private Reservation book(LocalDateTime at) {
    Wish wish = Wish.of(database.house(), at, Party.of(4), "", NOW);
    ReserveTable.For who =
        new ReserveTable.For(GUEST, Reservation.Details.NONE, Channel.WHATSAPP, CONVERSATION);
    ReserveTable reserve = new ReserveTable(LineForTables.deskOver(database).book());
    return assertInstanceOf(Done.class, reserve.book(wish, who, "key")).reservation();
  }

  private List<String> requests() {
    return database.list(
        "SELECT coalesce(done_by, 'nobody') || ' ' || notes AS text FROM person_requests",
        row -> row.text("text"));
  }
}
