package io.conserje.connectors.postgres;

import io.conserje.connectors.postgres.Sql.Row;
import io.conserje.venue.Channel;
import io.conserje.venue.VenueId;
import io.conserje.webchat.ChatLine;
import io.conserje.webchat.ChatLog;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A chat as its guest sees it: what went, or goes, out to them, in the order of the outbox. A
 * fallback that was not needed is not there.
 */
public final class PostgresChatLog implements ChatLog {

  private static final String LINES =
      """
      SELECT o.id, o.body, o.choices, o.written_at, o.kind = 'person' AS by_person FROM outbox o
      WHERE o.conversation = ?
        AND (o.state IN ('sent', 'delivered', 'read')
          OR (o.kind <> 'fallback' AND o.state IN ('waiting', 'sending')))
      """;

  private final Sql sql;

  public PostgresChatLog(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Optional<UUID> conversation(VenueId venue, String address) {
    return sql.at(
        venue,
        () ->
            sql.one(
                """
                SELECT id FROM conversations
                WHERE venue = ? AND channel = ? AND house_address = ? AND guest_address = ?
                """,
                row -> row.id("id"),
                venue.value(),
                Channel.WEBCHAT.code(),
                venue.value(),
                address));
  }

  private record Said(String state, boolean person, UUID turn) {

    boolean done() {
      return person || state.equals("done") || state.equals("silenced");
    }
  }

  @Override
  public Reply replyTo(VenueId venue, UUID conversation, long message) {
    return sql.at(
        venue,
        () ->
            said(conversation, message)
                .map(said ->
                    new Reply(said.done(), said.done() ? linesOf(conversation, said) : List.of()))
                .orElseGet(() -> new Reply(true, List.of())));
  }

  private Optional<Said> said(UUID conversation, long message) {
    return sql.one(
        """
        SELECT m.state, m.turn, c.owner = 'person' AS person
        FROM messages m JOIN conversations c ON c.id = m.conversation
        WHERE m.position = ? AND m.conversation = ?
        """,
        row -> new Said(row.text("state"), row.result().getBoolean("person"), row.id("turn")),
        message,
        conversation);
  }

  private List<ChatLine> linesOf(UUID conversation, Said said) {
    return said.turn() == null
        ? List.of()
        : sql.list(
            LINES + " AND o.turn = ? ORDER BY o.position",
            PostgresChatLog::line,
            conversation,
            said.turn());
  }

  @Override
  public List<ChatLine> after(VenueId venue, UUID conversation, String after) {
    return sql.at(
        venue,
        () ->
            sql.list(
                LINES
                    + """
                     AND o.position > coalesce(
                      (SELECT position FROM outbox WHERE id::text = ? AND conversation = ?), 0)
                    ORDER BY o.position
                    """,
                PostgresChatLog::line,
                conversation,
                after,
                conversation));
  }

  private static ChatLine line(Row row) throws SQLException {
    return new ChatLine(
        row.id("id").toString(),
        row.result().getBoolean("by_person"),
        row.text("body"),
        row.instant("written_at"),
        List.of((String[]) row.result().getArray("choices").getArray()));
  }

  @Override
  public boolean pending(VenueId venue, UUID conversation) {
    return sql.at(
        venue,
        () ->
            sql.one(
                    """
                    SELECT m.position FROM messages m JOIN conversations c ON c.id = m.conversation
                    WHERE m.conversation = ? AND m.state IN ('waiting', 'in_turn')
                      AND c.owner = 'assistant' LIMIT 1
                    """,
                    row -> row.big("position"),
                    conversation)
                .isPresent());
  }
}
