package io.conserje.connectors.postgres;

import io.conserje.call.CallState;
import io.conserje.call.out.MakeCall;
import io.conserje.call.out.OutgoingCall;
import io.conserje.call.out.OutgoingCall.Kind;
import io.conserje.call.out.OutgoingCall.State;
import io.conserje.call.out.OutgoingCalls;
import io.conserje.connectors.postgres.ConversationRows.Between;
import io.conserje.connectors.postgres.ConversationRows.Met;
import io.conserje.connectors.postgres.Sql.Row;
import io.conserje.venue.Channel;
import io.conserje.venue.Venue;
import io.conserje.venue.VenueId;
import io.conserje.venue.Venues;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Calls the house makes, in Postgres. */
public final class PostgresOutgoingCalls implements OutgoingCalls {

  private final Sql sql;
  private final Venues venues;
  private final ConversationRows conversations;
  private final CallRows calls;

  public PostgresOutgoingCalls(Sql sql, Venues venues) {
    this.sql = sql;
    this.venues = venues;
    this.conversations = new ConversationRows(sql);
    this.calls = new CallRows(sql);
  }

  @Override
  public Ordered order(Order order, Instant now) {
    return order(order, () -> false, now).orElseThrow();
  }

  @Override
  public Optional<Ordered> order(Order order, BooleanSupplier unless, Instant now) {
    Venue venue = venues.byId(order.venue()).orElseThrow();
    return sql.alone(
        order.venue(),
        "calls-out",
        () ->
            ordered(order.venue(), order.key())
                .map(before -> new Ordered(before, false))
                .or(() ->
                    unless.getAsBoolean()
                        ? Optional.empty()
                        : Optional.of(new Ordered(write(order, venue, now), true))));
  }

  private OutgoingCall write(Order order, Venue venue, Instant now) {
    UUID id = UUID.randomUUID();
    Met met = met(order, venue, now);
    OutgoingCall call =
        new OutgoingCall(
            id,
            order.venue(),
            order.kind(),
            order.provider(),
            order.from(),
            order.to(),
            order.purpose(),
            order.language() == null ? met.language() : order.language(),
            order.leavesMessage(),
            order.attempt(),
            State.WAITING,
            now,
            null,
            0,
            "",
            "",
            "");
    calls.open(id, MakeCall.place(call), order.venue().value(), met.id(), CallState.QUEUED, now);
    insert(call, order, met.id());
    return call;
  }

  private Met met(Order order, Venue venue, Instant now) {
    String asked = order.language() == null ? null : order.language().toLanguageTag();
    Met met =
        conversations.meet(
            new Between(Channel.VOICE, order.from(), order.to(), "", asked), venue, now);
    if (asked != null && !met.language().toLanguageTag().equals(asked)) {
      sql.update("UPDATE conversations SET language = ? WHERE id = ?", asked, met.id());
    }
    return met;
  }

  private void insert(OutgoingCall call, Order order, UUID conversation) {
    sql.update(
        """
        INSERT INTO outgoing_calls (id, venue, key, kind, provider, house_address, to_address, purpose,
          language, leaves_message, conversation, attempt, state, ordered_at, due_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', ?, ?)
        """,
        call.id(),
        call.venue().value(),
        order.key(),
        call.kind().code(),
        call.provider(),
        call.from(),
        call.to(),
        call.purpose().replace("\0", ""),
        call.language().toLanguageTag(),
        call.leavesMessage(),
        conversation,
        call.attempt(),
        call.orderedAt(),
        order.dueAt());
  }

  /** The id names no house. */
  @Override
  public Optional<OutgoingCall> find(UUID id) {
    return sql.everywhere(() ->
        sql.one("SELECT * FROM outgoing_calls WHERE id = ?", PostgresOutgoingCalls::call, id));
  }

  @Override
  public Optional<OutgoingCall> ordered(VenueId venue, String key) {
    return sql.at(
        venue,
        () ->
            sql.one(
                "SELECT * FROM outgoing_calls WHERE venue = ? AND key = ?",
                PostgresOutgoingCalls::call,
                venue.value(),
                key));
  }

  @Override
  public Optional<OutgoingCall> of(String provider, String providerCallId) {
    return sql.everywhere(() ->
        sql.one(
            """
            SELECT * FROM outgoing_calls
            WHERE provider_call_id = ? AND provider_call_id <> '' AND provider = ?
            """,
            PostgresOutgoingCalls::call,
            providerCallId,
            provider));
  }

  @Override
  public Optional<OutgoingCall> claim(UUID id, Instant now, Duration hold) {
    return ofItsHouse(
        id,
        () ->
            sql.one(
                """
                UPDATE outgoing_calls c SET held_until = ?, tried = c.tried + 1,
                  first_tried_at = coalesce(c.first_tried_at, ?)
                FROM outgoing_calls b
                WHERE c.id = ? AND b.id = c.id AND c.state = 'waiting' AND c.due_at <= ?
                  AND (c.held_until IS NULL OR c.held_until <= ?)
                RETURNING c.id, c.venue, c.kind, c.provider, c.house_address, c.to_address, c.purpose,
                  c.language, c.leaves_message, c.attempt, c.state, c.ordered_at,
                  b.first_tried_at, c.tried, c.provider_call_id, c.control, c.answered_by
                """,
                PostgresOutgoingCalls::call,
                now.plus(hold),
                now,
                id,
                now,
                now));
  }

  /** What a provider said first of the same call stands. */
  @Override
  public void rings(UUID id, String providerCallId, String control, Instant now) {
    ofItsHouse(
        id,
        () -> {
          int first =
              sql.update(
                  """
                  UPDATE outgoing_calls SET provider_call_id = ?, control = ?, held_until = NULL,
                    state = CASE WHEN state = 'waiting' THEN 'ringing' ELSE state END
                  WHERE id = ? AND provider_call_id = ''
                  """,
                  providerCallId,
                  control,
                  id);
          if (first > 0) {
            sql.update(
                """
                UPDATE calls SET provider_call_id = ?, carrier_call_id = ?, heard_at = ?, state =
                  CASE WHEN state = 'queued' THEN 'ringing' ELSE state END
                WHERE id = ? AND NOT EXISTS (SELECT FROM calls o
                  WHERE o.provider = calls.provider AND o.provider_call_id = ?)
                """,
                providerCallId,
                control,
                now,
                id,
                providerCallId);
          }
          return Optional.empty();
        });
  }

  @Override
  public void later(UUID id, Instant dueAt, boolean perhapsTaken, String reason) {
    ofItsHouse(
        id,
        () -> {
          sql.update(
              """
              UPDATE outgoing_calls SET held_until = NULL, due_at = ?, reason = ?,
                first_tried_at = CASE WHEN ? THEN first_tried_at END
              WHERE id = ? AND state = 'waiting'
              """,
              dueAt,
              reason,
              perhapsTaken,
              id);
          return Optional.empty();
        });
  }

  @Override
  public void answered(UUID id, String by, Instant now) {
    ofItsHouse(
        id,
        () -> {
          sql.update(
              """
              UPDATE outgoing_calls SET answered_by = coalesce(nullif(?, ''), answered_by), answered_at = coalesce(answered_at, ?),
                state = CASE WHEN state = 'over' THEN state ELSE 'answered' END
              WHERE id = ? AND answered_by <> 'machine'
              """,
              by,
              now,
              id);
          return Optional.empty();
        });
  }

  @Override
  public boolean over(UUID id, String reason, Instant now) {
    return ofItsHouse(
            id,
            () ->
                Optional.of(
                    sql.update(
                        """
                        UPDATE outgoing_calls SET state = 'over', reason = ?, ended_at = ?, held_until = NULL
                        WHERE id = ? AND state <> 'over'
                        """,
                        reason,
                        now,
                        id)))
        .filter(changed -> changed > 0)
        .isPresent();
  }

  @Override
  public int orderedSince(VenueId venue, String to, Instant since) {
    return sql.at(
        venue,
        () ->
            sql.one(
                    """
                    SELECT count(*) AS n FROM outgoing_calls WHERE venue = ? AND ordered_at > ?
                      AND (?::text IS NULL OR to_address = ?)
                    """,
                    row -> row.number("n"),
                    venue.value(),
                    since,
                    to,
                    to)
                .orElse(0));
  }

  @Override
  public boolean isUnwanted(VenueId venue, String to) {
    return sql.at(
        venue,
        () ->
            sql.one(
                    """
                    SELECT 1 FROM opt_outs WHERE venue = ? AND address IN (?, ltrim(?, '+'))
                      AND said_by = 'guest'
                    """,
                    _ -> true,
                    venue.value(),
                    to,
                    to)
                .isPresent());
  }

  @Override
  public boolean isAnsweredHere(String number) {
    return sql.everywhere(() ->
        sql.one(
                "SELECT 1 FROM channel_addresses WHERE channel = 'voice' AND address = ?",
                _ -> true,
                number)
            .isPresent());
  }

  @Override
  public List<String> numbers(VenueId venue) {
    return sql.at(
        venue,
        () ->
            sql.list(
                """
                SELECT address FROM channel_addresses WHERE venue = ? AND channel = 'voice'
                ORDER BY place, address
                """,
                row -> row.text("address"),
                venue.value()));
  }

  @Override
  public Optional<String> carrierOf(VenueId venue, String from) {
    return sql.at(
        venue,
        () ->
            sql.one(
                """
                SELECT provider FROM calls WHERE venue = ? AND house_address = ?
                  AND provider IN ('twilio', 'telnyx') AND direction = 'inbound'
                ORDER BY began_at DESC LIMIT 1
                """,
                row -> row.text("provider"),
                venue.value(),
                from));
  }

  @Override
  public List<UUID> due(Instant now, int most) {
    return sql.everywhere(() ->
        sql.list(
            """
            SELECT id FROM outgoing_calls WHERE state = 'waiting' AND due_at <= ?
              AND (held_until IS NULL OR held_until <= ?)
            ORDER BY due_at LIMIT ?
            """,
            row -> row.id("id"),
            now,
            now,
            most));
  }

  private <T> Optional<T> ofItsHouse(UUID id, Supplier<Optional<T>> work) {
    return sql.everywhere(() ->
        sql.one("SELECT venue FROM outgoing_calls WHERE id = ?", row -> row.text("venue"), id)
            .flatMap(venue -> sql.at(new VenueId(venue), work)));
  }

  private static OutgoingCall call(Row row) throws SQLException {
    return new OutgoingCall(
        row.id("id"),
        new VenueId(row.text("venue")),
        Kind.of(row.text("kind")),
        row.text("provider"),
        row.text("house_address"),
        row.text("to_address"),
        row.text("purpose"),
        Locale.forLanguageTag(row.text("language")),
        row.result().getBoolean("leaves_message"),
        row.number("attempt"),
        State.of(row.text("state")),
        row.instant("ordered_at"),
        row.instant("first_tried_at"),
        row.number("tried"),
        row.text("provider_call_id"),
        row.text("control"),
        row.text("answered_by"));
  }
}
