package io.conserje.connectors.postgres;

import io.conserje.connectors.postgres.Sql.Row;
import io.conserje.inbound.DeliveryReport;
import io.conserje.outbound.Delivery;
import io.conserje.outbound.OutboundMessage;
import io.conserje.outbound.Outbox;
import io.conserje.venue.Channel;
import io.conserje.venue.VenueId;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The outbox in Postgres. */
public final class PostgresOutbox implements Outbox {

  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

  private final Sql sql;
  private final DeliveryRows reports;
  private final OtherWays others;

  public PostgresOutbox(Sql sql) {
    this.sql = sql;
    this.reports = new DeliveryRows(sql);
    this.others = new OtherWays(sql);
  }

  @Override
  public Claim claim(UUID conversation, Instant now, Duration hold, Instant waitedOut) {
    return sql.everywhere(() ->
        lock(conversation)
            .map(of -> sql.at(of.venue(), () -> claimNext(of, conversation, now, hold, waitedOut)))
            .orElseGet(Claim.Empty::new));
  }

  /**
   * @param silent whether a person took it over, so that the assistant says nothing
   */
  private record Talk(VenueId venue, boolean silent) {}

  private Optional<Talk> lock(UUID conversation) {
    return sql.one(
        """
        SELECT venue, owner = 'person' AND taken_by IS NOT NULL AS silent FROM conversations
        WHERE id = ? FOR UPDATE
        """,
        row -> new Talk(new VenueId(row.text("venue")), row.result().getBoolean("silent")),
        conversation);
  }

  /** What was on its way when a person took over, and came back unsent, is not tried again. */
  private Claim claimNext(
      Talk talk, UUID conversation, Instant now, Duration hold, Instant waitedOut) {
    withdrawUnwanted(conversation, now);
    if (talk.silent()) {
      HandoverRows.withdrawUnsent(sql, conversation, now);
    }
    return next(conversation, now)
        .map(head -> claim(head, now, hold, waitedOut))
        .orElseGet(Claim.Empty::new);
  }

  /** What a guest does not want any more is not sent, whenever it was written. */
  private void withdrawUnwanted(UUID conversation, Instant now) {
    sql.update(
        """
        WITH gone AS (
          UPDATE outbox o SET state = 'withdrawn', error_code = 'opted_out', changed_at = ?,
            error = 'the guest does not want to be written to', sending_until = NULL
          WHERE conversation = ? AND NOT last_word
            AND (state = 'waiting' OR (state = 'sending' AND sending_until <= ?)) AND %s RETURNING id)
        UPDATE messages SET state = 'withdrawn'
        WHERE conversation = ? AND sender <> 'guest' AND outbox IN (SELECT id FROM gone)
        """
            .formatted(PostgresOptOuts.UNWANTED),
        now,
        conversation,
        now,
        conversation);
  }

  /** The first message that is to be sent; a fallback counts only when it is due. */
  private Optional<Head> next(UUID conversation, Instant now) {
    return sql.one(
        """
        SELECT id, state, due_at, sending_until FROM outbox
        WHERE conversation = ? AND state IN ('waiting', 'sending')
          AND (kind <> 'fallback' OR state = 'sending' OR attempts > 0 OR due_at <= ?)
        ORDER BY position LIMIT 1
        """,
        row ->
            new Head(
                row.id("id"),
                row.text("state"),
                row.instant("due_at"),
                row.instant("sending_until")),
        conversation,
        now);
  }

  private record Head(UUID id, String state, Instant dueAt, Instant sendingUntil) {
    boolean sending() {
      return state.equals("sending");
    }

    /** Till when nobody else may send it. */
    Instant until() {
      return sending() ? sendingUntil : dueAt;
    }
  }

  private Claim claim(Head head, Instant now, Duration hold, Instant waitedOut) {
    if (head.until().equals(waitedOut)) {
      return new Claim.Claimed(take(head.id(), now, hold));
    }
    boolean outdated = head.sending() && PostgresSavedTurns.isOutdated(head.until(), now, hold);
    if (head.until().isAfter(now) && !outdated) {
      Duration left = Duration.between(now, head.until());
      return new Claim.Wait(left.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : left, head.until());
    }
    return new Claim.Claimed(take(head.id(), now, hold));
  }

  private OutboundMessage take(UUID id, Instant now, Duration hold) {
    return sql.one(
            """
            UPDATE outbox SET state = 'sending', attempts = attempts + 1, sending_until = ?,
              first_tried_at = least(first_tried_at, ?), changed_at = ?
            WHERE id = ? RETURNING *, (SELECT m.at FROM messages m
              WHERE m.conversation = outbox.conversation AND m.sender = 'guest'
                AND outbox.channel = 'whatsapp' ORDER BY m.position DESC LIMIT 1) AS heard_at,
              (SELECT a.carrier FROM channel_addresses a WHERE a.channel = outbox.channel
                AND a.address = outbox.house_address) AS carrier,
              coalesce((SELECT a.carrier_address FROM channel_addresses a WHERE a.channel = outbox.channel
                AND a.address = outbox.house_address), house_address) AS from_address,
              ARRAY(SELECT e.key FROM jsonb_each_text(about) e ORDER BY e.key) AS about_names,
              ARRAY(SELECT e.value FROM jsonb_each_text(about) e ORDER BY e.key) AS about_values
            """,
            PostgresOutbox::message,
            now.plus(hold),
            now,
            now,
            id)
        .orElseThrow();
  }

  private static OutboundMessage message(Row row) throws SQLException {
    return new OutboundMessage(
        row.id("id"),
        new VenueId(row.text("venue")),
        row.id("conversation"),
        Channel.of(row.text("channel")),
        row.text("from_address"),
        row.text("guest_address"),
        row.text("body"),
        row.number("attempts"),
        row.instant("first_tried_at"),
        row.instant("heard_at"),
        about(row),
        row.text("carrier"),
        null,
        List.of((String[]) row.result().getArray("choices").getArray()),
        row.text("kind").equals("spoken") ? OutboundMessage.Speech.TO_BE_SAID : null,
        row.instant("replayed_at"));
  }

  private static Map<String, String> about(Row row) throws SQLException {
    String[] names = (String[]) row.result().getArray("about_names").getArray();
    String[] values = (String[]) row.result().getArray("about_values").getArray();
    return IntStream.range(0, names.length)
        .boxed()
        .collect(Collectors.toMap(i -> names[i], i -> values[i]));
  }

  @Override
  public Set<String> knownProviderIds(OutboundMessage message) {
    List<String> known =
        sql.at(
            message.venue(),
            () ->
                sql.list(
                    """
                    SELECT unnest(array_remove(earlier_ids || provider_message_id, NULL)) AS id
                    FROM outbox WHERE conversation = ?
                    """,
                    row -> row.text("id"),
                    message.conversation()));
    return Set.copyOf(known);
  }

  /**
   * A status report may have been quicker than our own note: it is not taken back. A provider's id
   * may be made of the guest's number; of whom has been erased meanwhile it is kept as a digest.
   */
  @Override
  public void taken(
      OutboundMessage message, String provider, String providerMessageId, Instant now) {
    update(
        message,
        """
        UPDATE outbox SET provider = ?, changed_at = ?, sending_until = NULL,
          provider_message_id = CASE WHEN guest_address = '' THEN ? ELSE ? END, error_code = NULL, error = NULL,
          state = CASE WHEN state IN ('waiting', 'sending') THEN 'sent' ELSE state END
        WHERE id = ?
        """,
        provider,
        now,
        Sha256.hex(providerMessageId),
        providerMessageId,
        message.id());
  }

  @Override
  public void later(OutboundMessage message, String errorCode, String reason, Instant dueAt) {
    update(
        message,
        """
        UPDATE outbox SET state = 'waiting', due_at = ?, sending_until = NULL, error_code = ?, error = ?
        WHERE id = ? AND state = 'sending'
        """,
        dueAt,
        errorCode,
        reason,
        message.id());
  }

  @Override
  public void putBack(OutboundMessage message, boolean tried, String reason, Instant dueAt) {
    update(
        message,
        """
        UPDATE outbox SET state = 'waiting', due_at = ?, sending_until = NULL, error = ?,
          attempts = greatest(attempts - 1, ?)
        WHERE id = ? AND state = 'sending'
        """,
        dueAt,
        reason,
        tried ? 1 : 0,
        message.id());
  }

  @Override
  public void failed(OutboundMessage message, String errorCode, String reason, Instant now) {
    update(
        message,
        """
        UPDATE outbox SET state = 'failed', sending_until = NULL, error_code = ?, error = ?, changed_at = ?
        WHERE id = ? AND state = 'sending'
        """,
        errorCode,
        reason,
        now,
        message.id());
  }

  private void update(OutboundMessage message, String statement, Object... arguments) {
    sql.at(message.venue(), () -> sql.update(statement, arguments));
  }

  /** A provider's report names no house. */
  @Override
  public Optional<Reported> report(DeliveryReport report, Delivery state, Instant now) {
    return sql.everywhere(() -> reports.take(report, state, now));
  }

  @Override
  public boolean elsewhere(
      VenueId venue,
      UUID message,
      List<Channel> channels,
      String errorCode,
      String reason,
      Instant now) {
    return sql.at(venue, () -> others.write(message, channels, errorCode, reason, now));
  }

  @Override
  public void optedOut(VenueId venue, UUID message, String errorCode, String reason, Instant now) {
    sql.at(
        venue,
        () -> {
          sql.update(
              """
              UPDATE outbox SET state = 'failed', sending_until = NULL, error_code = ?,
                error = coalesce(?, error), changed_at = ?
              WHERE id = ? AND state IN ('sending', 'undelivered', 'failed')
              """,
              errorCode,
              reason,
              now,
              message);
          return sql.update(
              """
              INSERT INTO opt_outs (venue, address, said_by, channel, since)
              SELECT venue, guest_address, 'provider', channel, ? FROM outbox
              WHERE id = ? AND guest_address <> '' ON CONFLICT DO NOTHING
              """,
              now,
              message);
        });
  }
}
