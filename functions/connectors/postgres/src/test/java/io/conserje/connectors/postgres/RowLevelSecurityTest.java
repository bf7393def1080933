package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.connectors.postgres.Sql.DatabaseFailure;
import io.conserje.connectors.postgres.views.ConversationView;
import io.conserje.connectors.postgres.views.ConversationViews;
import io.conserje.inbound.InboundMessage;
import io.conserje.venue.Channel;
import io.conserje.venue.Venue;
import io.conserje.venue.VenueId;
import io.micronaut.serde.ObjectMapper;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RowLevelSecurityTest {

  private static final Instant NOW = Instant.parse("2026-11-20T11:00:00Z");
  private static final VenueId HOUSE = Database.HOUSE;
  private static final List<String> WRITTEN_TO =
      List.of(
          "venues",
          "channel_addresses",
          "dining_tables",
          "conversations",
          "messages",
          "outbox",
          "inbound_ledger");

  private Database database;
  private Sql sql;
  private VenueId other;

  /** Two houses in which the same has happened. */
  @BeforeEach
  void open() {
    database = Database.with(1);
    sql = database.sql;
    other = database.secondHouse();
    say(HOUSE, "SM1", "hola");
    say(other, "SM2", "buenas");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void everyTableWithAVenueIsKeptToOneHouse() {
    List<String> open =
        database.list(
            """
            SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT a.attisdropped
              AND (a.attname = 'venue' OR (c.relname = 'venues' AND a.attname = 'id'))
              AND NOT (c.relrowsecurity AND EXISTS (
                SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'one_house'
                  AND p.polroles = ARRAY['conserje_house'::regrole::oid] AND p.polcmd = '*'))
            ORDER BY 1
            """,
            row -> row.text("relname"));

    assertEquals(List.of(), open, "call keep_to_one_house for these in a migration");
  }

  @Test
  void everyTableWithoutAVenueIsOutOfAHousesReach() {
    List<String> reached =
        database.list(
            """
            SELECT c.relname FROM pg_class c
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm')
              AND NOT c.relrowsecurity AND has_table_privilege('conserje_house', c.oid, 'SELECT')
            """,
            row -> row.text("relname"));

    assertEquals(List.of(), reached, "revoke these from conserje_house, or give them a venue");
  }

  @Test
  void aQueryWhoseVenueConditionIsDeletedSeesNothingOfAnotherHouse() {
    Forgetful forgetful = new Forgetful();
    ConversationViews views =
        new ConversationViews(forgetful.sql(database.transactions), ObjectMapper.getDefault());

    List<ConversationView> seen = views.of(HOUSE.value(), null, null, 10);

    assertEquals(1, forgetful.deleted);
    assertEquals(2, database.count("conversations"));
    assertEquals(List.of(HOUSE.value()), seen.stream().map(ConversationView::venue).toList());
  }

  @Test
  void noTableShowsAnotherHousesRows() {
    for (String table : WRITTEN_TO) {
      long all = database.count(table);
      long here = sql.at(HOUSE, () -> count(table));
      long there = sql.at(other, () -> count(table));

      assertTrue(here > 0 && there > 0, table);
      assertEquals(all, here + there, table);
    }
  }

  @Test
  void nothingOfAnotherHouseIsChanged() {
    assertEquals(1, sql.at(HOUSE, () -> sql.update("UPDATE messages SET body = 'x'")));
    assertEquals(1, sql.at(HOUSE, () -> sql.update("DELETE FROM outbox")));

    assertEquals(1, database.count("messages WHERE body = 'buenas'"));
    assertEquals(1, database.count("outbox"));
  }

  @Test
  void nothingIsWrittenIntoAnotherHouse() {
    assertRefused("INSERT INTO dining_tables (venue, name) VALUES ('other', 'T9')");
    assertRefused("UPDATE dining_tables SET venue = 'other'");
    assertRefused("UPDATE inbound_ledger SET venue = 'other'");
  }

  private void assertRefused(String statement) {
    DatabaseFailure refused =
        assertThrows(DatabaseFailure.class, () -> sql.at(HOUSE, () -> sql.update(statement)));
    assertEquals("42501", ((SQLException) refused.getCause()).getSQLState(), statement);
  }

  @Test
  void aHouseThatIsNoneSeesNothing() {
    for (String table : WRITTEN_TO) {
      assertEquals(0L, sql.at(new VenueId("nowhere"), () -> count(table)), table);
    }
  }

  @Test
  void anEventOfNoHouseBecomesOneOfTheHouseItReachesLater() {
    InboundMessage early = message(HOUSE, "SM3", "antes");
    PostgresInboundLedger ledger = new PostgresInboundLedger(sql, database.json, database.digests);
    ledger.noVenue(early, NOW);

    ledger.record(early, database.house(), false, null, NOW);

    assertEquals(1, database.count("inbound_ledger WHERE event_id = 'SM3' AND venue = 'house'"));
  }

  @Test
  void aStatementThatNamesNoHouseIsRefused() {
    assertThrows(IllegalStateException.class, () -> sql.update("DELETE FROM messages"));
    assertThrows(IllegalStateException.class, () -> count("messages"));
  }

  @Test
  void workOfOneHouseReachesNeitherForAnotherNorForAll() {
    assertThrows(
        IllegalStateException.class,
        () -> sql.at(HOUSE, () -> sql.at(other, () -> count("messages"))));
    assertThrows(
        IllegalStateException.class,
        () -> sql.at(HOUSE, () -> sql.everywhere(() -> count("messages"))));
    assertEquals(1L, sql.at(HOUSE, () -> sql.at(HOUSE, () -> count("messages"))));
  }

  @Test
  void theReachIsNarrowedForAsLongAsTheWorkLasts() {
    List<Long> seen =
        sql.everywhere(() ->
            List.of(
                count("messages"),
                sql.at(HOUSE, () -> count("messages")),
                sql.at(other, () -> count("messages WHERE body = 'buenas'")),
                count("messages")));

    assertEquals(List.of(2L, 1L, 1L, 2L), seen);
  }

  @Test
  void aConnectionComesBackFromAHouseUnbound() {
    for (int i = 0; i < 40; i++) {
      assertEquals(1L, sql.at(HOUSE, () -> count("messages")));
      assertEquals(2L, database.count("messages"));
      assertThrows(
          IllegalStateException.class,
          () ->
              sql.at(
                  HOUSE,
                  () -> {
                    count("messages");
                    throw new IllegalStateException();
                  }));
      assertEquals(2L, database.count("messages"));
    }
  }

  @Test
  void theRoleIsNobodysLogin() {
    assertFalse(
        database
            .one(
                "SELECT rolcanlogin FROM pg_roles WHERE rolname = 'conserje_house'",
                row -> row.result().getBoolean(1))
            .orElseThrow());
  }

  private long count(String table) {
    return sql.one("SELECT count(*) AS n FROM " + table, row -> row.big("n")).orElseThrow();
  }

  private void say(VenueId venue, String eventId, String text) {
    Venue house = database.house(venue);
    new PostgresInboundLedger(sql, database.json, database.digests)
        .record(message(venue, eventId, text), house, false, _ -> "Un momento.", NOW);
  }

  private static InboundMessage message(VenueId venue, String eventId, String text) {
    return new InboundMessage(
        "twilio",
        eventId,
        Channel.WHATSAPP,
        venue.equals(HOUSE) ? "+34600000900" : "+34600000910",
        "+34600000101",
        "Lucía",
        text,
        "text",
        List.of(),
        NOW,
        "correlation");
  }
}
