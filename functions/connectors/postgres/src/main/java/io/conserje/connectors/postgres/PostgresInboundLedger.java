package io.conserje.connectors.postgres;

import io.conserje.inbound.DeliveryReport;
import io.conserje.inbound.InboundLedger;
import io.conserje.inbound.InboundMessage;
import io.conserje.venue.Venue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The ledger in Postgres: the unique key outlives the five minutes that a FIFO queue remembers. */
public final class PostgresInboundLedger implements InboundLedger {

  /**
   * An event of no house becomes one of a house when it comes again after the address was added.
   */
  static final String INSERT =
      """
      INSERT INTO inbound_ledger (provider, event_id, event, venue, conversation, message, outcome,
        correlation, received_at, recorded_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (provider, event_id, event) DO UPDATE SET venue = EXCLUDED.venue,
        conversation = EXCLUDED.conversation, message = EXCLUDED.message, outcome = EXCLUDED.outcome,
        recorded_at = EXCLUDED.recorded_at
      WHERE inbound_ledger.outcome = 'no_venue'
      """;

  private final Sql sql;
  private final Json json;
  private final ConversationRows conversations;

  public PostgresInboundLedger(Sql sql, Json json) {
    this.sql = sql;
    this.json = json;
    this.conversations = new ConversationRows(sql);
  }

  /** The provider's id names no house. */
  @Override
  public Optional<Entry> find(String provider, String eventId) {
    return sql.everywhere(() -> known(provider, eventId));
  }

  private Optional<Entry> known(String provider, String eventId) {
    return sql.one(
        """
        SELECT l.conversation, m.position, m.state,
          EXISTS (SELECT 1 FROM outbox o WHERE o.conversation = l.conversation
            AND o.kind = 'notice' AND o.state = 'waiting') AS notice
        FROM inbound_ledger l JOIN messages m ON m.position = l.message
        WHERE l.provider = ? AND l.event_id = ? AND l.event = 'message'
        """,
        row ->
            new Entry(
                row.id("conversation"),
                row.big("position"),
                List.of("waiting", "in_turn").contains(row.text("state")),
                row.result().getBoolean("notice")),
        provider,
        eventId);
  }

  @Override
  public Entry record(
      InboundMessage message,
      Venue venue,
      boolean overLimit,
      Function<Locale, String> politeLine,
      Instant now) {
    return sql.at(
        venue.id(),
        () -> {
          ConversationRows.Met conversation = conversation(message, venue, now);
          Optional<Entry> before = known(message.provider(), message.eventId());
          boolean silenced = overLimit && !conversation.byPerson();
          Function<Locale, String> line = conversation.byPerson() ? null : politeLine;
          return before.orElseGet(() -> write(message, venue, conversation, silenced, line, now));
        });
  }

  private ConversationRows.Met conversation(InboundMessage message, Venue venue, Instant now) {
    return conversations.meet(
        new ConversationRows.Between(
            message.channel(),
            message.houseAddress(),
            message.guestAddress(),
            message.guestName(),
            message.language()),
        venue,
        now);
  }

  private Entry write(
      InboundMessage message,
      Venue venue,
      ConversationRows.Met conversation,
      boolean overLimit,
      Function<Locale, String> politeLine,
      Instant now) {
    long position = message(message, venue, conversation.id(), overLimit, now);
    ledger(message, venue.id().value(), conversation.id(), position, overLimit, now);
    if (politeLine != null) {
      notice(message, venue, conversation.id(), politeLine.apply(conversation.language()), now);
    }
    boolean answerable = !overLimit && !message.asksNothing();
    return new Entry(conversation.id(), position, answerable, politeLine != null);
  }

  /**
   * Also remembers who brings what is written to this address of the house, and what they call it.
   */
  private long message(
      InboundMessage message, Venue venue, UUID conversation, boolean overLimit, Instant now) {
    return sql.one(
            """
            WITH learnt AS (UPDATE channel_addresses SET carrier = ?, carrier_address = ?
              WHERE venue = ? AND channel = ? AND address = ?
                AND (carrier, carrier_address) IS DISTINCT FROM (?, ?))
            INSERT INTO messages (conversation, venue, sender, kind, body, media, at, state, replies_to)
            VALUES (?, ?, 'guest', ?, ?, ?::jsonb, ?, ?, ?) RETURNING position
            """,
            row -> row.big("position"),
            message.provider(),
            message.otherAddress(),
            venue.id().value(),
            message.channel().code(),
            message.houseAddress(),
            message.provider(),
            message.otherAddress(),
            conversation,
            venue.id().value(),
            message.kind(),
            message.words(),
            json.write(message.media()),
            now,
            state(message, overLimit),
            message.repliesTo())
        .orElseThrow();
  }

  private static String state(InboundMessage message, boolean overLimit) {
    if (overLimit) {
      return "silenced";
    }
    return message.asksNothing() ? "done" : "waiting";
  }

  private void ledger(
      InboundMessage message,
      String venue,
      UUID conversation,
      Long position,
      boolean overLimit,
      Instant now) {
    sql.update(
        INSERT,
        message.provider(),
        message.eventId(),
        "message",
        venue,
        conversation,
        position,
        overLimit ? "over_limit" : "recorded",
        message.correlation(),
        message.receivedAt(),
        now);
  }

  private void notice(
      InboundMessage message, Venue venue, UUID conversation, String line, Instant now) {
    sql.update(
        """
        INSERT INTO outbox (id, venue, conversation, kind, channel, house_address, guest_address, body,
          state, due_at, written_at, changed_at, last_word)
        VALUES (?, ?, ?, 'notice', ?, ?, ?, ?, 'waiting', ?, ?, ?, ?)
        """,
        UUID.randomUUID(),
        venue.id().value(),
        conversation,
        message.channel().code(),
        message.houseAddress(),
        message.guestAddress(),
        line,
        now,
        now,
        now,
        message.kind().equals("stop"));
  }

  @Override
  public void noVenue(InboundMessage message, Instant now) {
    sql.everywhere(() ->
        sql.update(
            INSERT,
            message.provider(),
            message.eventId(),
            "message",
            null,
            null,
            null,
            "no_venue",
            message.correlation(),
            message.receivedAt(),
            now));
  }

  @Override
  public void report(DeliveryReport report, UUID conversation, Instant now) {
    sql.everywhere(() ->
        sql.update(
            """
            INSERT INTO inbound_ledger (provider, event_id, event, venue, conversation, outcome,
              correlation, received_at, recorded_at)
            VALUES (?, ?, ?, (SELECT venue FROM conversations WHERE id = ?), ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """,
            report.provider(),
            report.providerMessageId(),
            report.status(),
            conversation,
            conversation,
            conversation == null ? "unknown_message" : "recorded",
            report.correlation(),
            report.receivedAt(),
            now));
  }
}
