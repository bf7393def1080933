package io.conserje.connectors.postgres.views;

import io.conserje.connectors.postgres.Sql;
import io.conserje.connectors.postgres.Sql.Row;
import io.conserje.connectors.postgres.views.TranscriptView.DeliveryView;
import io.conserje.connectors.postgres.views.TranscriptView.MessageView;
import io.conserje.connectors.postgres.views.TranscriptView.ToolCallView;
import io.conserje.venue.VenueId;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What was said with guests. */
public final class ConversationViews {

  private final Sql sql;
  private final ObjectMapper json;

  public ConversationViews(Sql sql, ObjectMapper json) {
    this.sql = sql;
    this.json = json;
  }

  /**
   * The newest first.
   *
   * @param address only those with this guest; null for all
   * @param before only those that come after this place in the list; null to begin
   */
  public List<ConversationView> of(String venue, String address, Place before, int limit) {
    return sql.at(
        new VenueId(venue),
        () ->
            sql.list(
                """
                SELECT * FROM conversations
                WHERE venue = ? AND (?::text IS NULL OR guest_address = ?)
                  AND (?::timestamptz IS NULL OR (last_at, id) < (?, ?::uuid))
                ORDER BY last_at DESC, id DESC LIMIT ?
                """,
                ConversationViews::conversation,
                venue,
                address,
                address,
                before == null ? null : before.lastAt(),
                before == null ? null : before.lastAt(),
                before == null ? null : before.id(),
                limit));
  }

  /** A place in the list. */
  public record Place(Instant lastAt, UUID id) {}

  /**
   * The id is the only key that names no house; everything below is then bound to the house it
   * belongs to.
   */
  public Optional<TranscriptView> transcript(UUID id) {
    return sql.everywhere(() ->
        sql.one("SELECT * FROM conversations WHERE id = ?", ConversationViews::conversation, id)
            .map(head -> sql.at(new VenueId(head.venue()), () -> transcript(head, id))));
  }

  private TranscriptView transcript(ConversationView head, UUID id) {
    return TranscriptView.of(head, messages(head.venue(), id), toolCalls(head.venue(), id));
  }

  private static ConversationView conversation(Row row) throws SQLException {
    return new ConversationView(
        row.text("id"),
        row.text("venue"),
        row.text("channel"),
        row.text("guest_address"),
        row.text("house_address"),
        row.text("guest_name"),
        row.text("owner"),
        row.text("language"),
        Times.instant(row.instant("started_at")),
        Times.instant(row.instant("last_at")));
  }

  /**
   * The messages, and what went out without being one: the house's notices, and fallbacks that were
   * needed.
   */
  private List<MessageView> messages(String venue, UUID conversation) {
    Map<UUID, DeliveryView> instead = instead(venue, conversation);
    return sql.list(
        """
        SELECT m.position::text AS id, m.sender, m.kind, m.body, m.media, m.hearing, m.at,
          CASE WHEN m.sender = 'guest' THEN m.state END AS message_state, m.position AS nth,
          (SELECT r.id::text FROM outbox r WHERE r.conversation = m.conversation
            AND r.provider_message_id = m.replies_to LIMIT 1) AS replies_to,
          o.id AS outbox, o.channel, o.state, o.attempts, o.provider, o.provider_message_id,
          o.error_code, o.error, o.changed_at
        FROM messages m LEFT JOIN outbox o ON o.id = m.outbox AND o.venue = m.venue
        WHERE m.conversation = ? AND m.venue = ?
        UNION ALL
        SELECT o.id::text, 'house', o.kind, o.body, '[]', NULL, o.written_at, NULL, NULL, NULL,
          o.id, o.channel, o.state, o.attempts, o.provider, o.provider_message_id,
          o.error_code, o.error, o.changed_at
        FROM outbox o
        WHERE o.conversation = ? AND o.venue = ? AND o.kind NOT IN ('reply', 'person')
          AND o.instead_of IS NULL
          AND NOT (o.kind = 'fallback' AND o.state = 'withdrawn')
        ORDER BY at, nth NULLS LAST, changed_at
        """,
        row -> message(row, instead),
        conversation,
        venue,
        conversation,
        venue);
  }

  private MessageView message(Row row, Map<UUID, DeliveryView> instead) throws SQLException {
    return new MessageView(
        row.text("id"),
        row.text("sender"),
        row.text("kind"),
        row.text("body"),
        read(row.text("media")),
        Times.instant(row.instant("at")),
        row.text("message_state"),
        row.text("hearing"),
        row.text("replies_to"),
        row.text("state") == null ? null : delivery(row, instead.get(row.id("outbox"))));
  }

  /** By what it is in place of; the last try first, since each knows the next. */
  private Map<UUID, DeliveryView> instead(String venue, UUID conversation) {
    Map<UUID, DeliveryView> instead = new HashMap<>();
    sql.list(
        """
        SELECT * FROM outbox WHERE conversation = ? AND venue = ? AND instead_of IS NOT NULL
        ORDER BY position DESC
        """,
        row -> instead.put(row.id("instead_of"), delivery(row, instead.get(row.id("id")))),
        conversation,
        venue);
    return instead;
  }

  private static DeliveryView delivery(Row row, DeliveryView instead) throws SQLException {
    return new DeliveryView(
        row.text("channel"),
        row.text("state"),
        row.number("attempts"),
        row.text("provider"),
        row.text("provider_message_id"),
        row.text("error_code"),
        row.text("error"),
        Times.instant(row.instant("changed_at")),
        instead);
  }

  private List<ToolCallView> toolCalls(String venue, UUID conversation) {
    return sql.list(
        """
        SELECT s.turn, s.number, c.nth - 1 AS position, s.model, c.call ->> 'name' AS name,
          c.call -> 'arguments' AS arguments, r.result -> 'content' AS result,
          coalesce(r.at, s.saved_at) AS at
        FROM turns t JOIN turn_steps s ON s.turn = t.id AND s.venue = t.venue
        CROSS JOIN LATERAL jsonb_array_elements(s.answer -> 'calls') WITH ORDINALITY AS c (call, nth)
        LEFT JOIN tool_results r ON r.turn = s.turn AND r.step = s.number AND r.position = c.nth - 1
        WHERE t.conversation = ? AND t.venue = ?
        ORDER BY t.opened_at, s.turn, s.number, c.nth
        """,
        this::toolCall,
        conversation,
        venue);
  }

  private ToolCallView toolCall(Row row) throws SQLException {
    return new ToolCallView(
        row.text("turn"),
        row.number("number"),
        row.number("position"),
        row.text("model"),
        row.text("name"),
        read(row.text("arguments")),
        read(row.text("result")),
        Times.instant(row.instant("at")));
  }

  private Object read(String column) {
    try {
      return column == null ? null : json.readValue(column, Argument.OBJECT_ARGUMENT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
