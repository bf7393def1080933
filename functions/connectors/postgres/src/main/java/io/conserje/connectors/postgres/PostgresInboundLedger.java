package io.conserje.connectors.postgres;

import io.conserje.connectors.postgres.Sql.Row;
import io.conserje.inbound.DeliveryReport;
import io.conserje.inbound.InboundLedger;
import io.conserje.inbound.InboundMessage;
import io.conserje.venue.Venue;
import java.sql.SQLException;
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

  /** {@code l} is the event, also where its guest has been erased, and {@code m} its message. */
  private static final String KNOWN =
      """
      l.conversation, m.position, m.state,
        EXISTS (SELECT 1 FROM outbox o WHERE o.conversation = l.conversation
          AND o.kind = 'notice' AND o.state = 'waiting') AS notice
      """;

  private static final String FROM = "inbound_ledger l JOIN messages m ON m.position = l.message";
  private static final String OF_EVENT =
      "l.provider = ? AND l.event_id IN (?, ?) AND l.event = 'message'";

  private final ConversationRows conversations;
  private final ForgottenAddresses forgotten;

  /**
   * @param digests how whom the house has forgotten is remembered
   */
  public PostgresInboundLedger(Sql sql, Json json, KeyedDigest digests) {
    this.sql = sql;
    this.json = json;
    this.conversations = new ConversationRows(sql);
    this.forgotten = new ForgottenAddresses(sql, digests);
  }

  /** The provider's id names no house. */
  @Override
  public Optional<Entry> find(String provider, String eventId) {
    return sql.everywhere(() -> known(provider, eventId));
  }

  private Optional<Entry> known(String provider, String eventId) {
    return sql.one(
        "SELECT " + KNOWN + " FROM " + FROM + " WHERE " + OF_EVENT,
        PostgresInboundLedger::entry,
        provider,
        eventId,
        Sha256.hex(eventId));
  }

  private static Entry entry(Row row) throws SQLException {
    return new Entry(
        row.id("conversation"),
        row.big("position"),
        List.of("waiting", "in_turn").contains(row.text("state")),
        row.result().getBoolean("notice"));
  }

  /**
   * What is known of the event, and whether its guest was forgotten after it came in.
   *
   * @param entry null for a new one
   */
  private record Before(Entry entry, boolean forgotten) {}

  private Before before(InboundMessage message, Venue venue) {
    return sql.one(
            "SELECT EXISTS (SELECT FROM forgotten_addresses f WHERE "
                + ForgottenAddresses.AFTER
                + ") AS forgotten, "
                + KNOWN
                + " FROM (SELECT) AS one LEFT JOIN ("
                + FROM
                + ") ON "
                + OF_EVENT,
            row ->
                new Before(
                    row.text("state") == null ? null : entry(row),
                    row.result().getBoolean("forgotten")),
            venue.id().value(),
            forgotten.digest(venue.id(), message.guestAddress()),
            message.receivedAt(),
            message.provider(),
            message.eventId(),
            Sha256.hex(message.eventId()))
        .orElseThrow();
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
          Before before = before(message, venue);
          if (before.entry() != null || before.forgotten()) {
            notBegun(conversation);
            return before.entry() == null ? figure(message, venue, now) : before.entry();
          }
          boolean silenced = overLimit && !conversation.byPerson();
          Function<Locale, String> line = conversation.byPerson() ? null : politeLine;
          return write(message, venue, conversation, silenced, line, now);
        });
  }

  /** A conversation is begun by what is written in it. */
  private void notBegun(ConversationRows.Met conversation) {
    if (conversation.begun()) {
      sql.update("DELETE FROM conversations WHERE id = ?", conversation.id());
    }
  }

  /** All that is kept is that it came. */
  private Entry figure(InboundMessage message, Venue venue, Instant now) {
    sql.update(
        INSERT,
        message.provider(),
        Sha256.hex(message.eventId()),
        "message",
        venue.id().value(),
        null,
        null,
        "forgotten",
        "",
        message.receivedAt(),
        now);
    return Entry.FORGOTTEN;
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
            VALUES (?, CASE WHEN EXISTS (SELECT FROM conversations
                WHERE id = ? AND guest_address = 'erased:' || id) THEN ? ELSE ? END,
              ?, (SELECT venue FROM conversations WHERE id = ?), ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """,
            report.provider(),
            conversation,
            Sha256.hex(report.providerMessageId()),
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
