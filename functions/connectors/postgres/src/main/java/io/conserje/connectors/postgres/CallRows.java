package io.conserje.connectors.postgres;

import io.conserje.call.CallEvent;
import io.conserje.call.CallLine;
import io.conserje.call.CallPlace;
import io.conserje.call.CallReport;
import io.conserje.call.CallState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Calls as rows; every method is part of the caller's transaction. */
final class CallRows {

  private final Sql sql;

  CallRows(Sql sql) {
    this.sql = sql;
  }

  /**
   * @param wordsReported whether its words in the conversation are those of the report
   */
  record Row(
      UUID id, UUID conversation, String guestAddress, CallState state, boolean wordsReported) {}

  /** Empty for a call nobody has heard of. */
  Optional<UUID> conversationOf(CallPlace place) {
    return sql.one(
        "SELECT conversation FROM calls WHERE provider = ? AND provider_call_id = ?",
        row -> row.id("conversation"),
        place.provider(),
        place.callId());
  }

  /** Locks it, too. What began it stands; what is heard later only adds to it. */
  Row open(CallPlace place, String venue, UUID conversation, CallState state, Instant now) {
    return open(UUID.randomUUID(), place, venue, conversation, state, now);
  }

  /**
   * @param id where nobody has heard of it
   */
  Row open(
      UUID id, CallPlace place, String venue, UUID conversation, CallState state, Instant now) {
    return sql.one(
            """
            INSERT INTO calls (id, venue, provider, provider_call_id, carrier_call_id, direction,
              conversation, house_address, guest_address, state, began_at, heard_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (provider, provider_call_id) DO UPDATE SET
              heard_at = greatest(calls.heard_at, EXCLUDED.heard_at),
              carrier_call_id = coalesce(nullif(calls.carrier_call_id, ''), EXCLUDED.carrier_call_id)
            RETURNING id, conversation, guest_address, state, words_reported
            """,
            row ->
                new Row(
                    row.id("id"),
                    row.id("conversation"),
                    row.text("guest_address"),
                    CallState.of(row.text("state")).orElseThrow(),
                    row.result().getBoolean("words_reported")),
            id,
            venue,
            place.provider(),
            place.callId(),
            place.carrierCallId(),
            place.direction(),
            conversation,
            place.houseAddress(),
            place.guestAddress(),
            state.code(),
            now,
            now)
        .orElseThrow();
  }

  /** It is a figure from its first moment. */
  Row forgotten(Row call) {
    sql.update("UPDATE calls SET guest_address = '' WHERE id = ?", call.id());
    sql.update(
        "UPDATE conversations SET guest_name = '', guest_address = 'erased:' || id WHERE id = ?",
        call.conversation());
    return call;
  }

  void moved(Row call, CallEvent event) {
    CallState state = call.state().further(event.state());
    sql.update(
        """
        UPDATE calls SET state = ?,
          answered_at = CASE WHEN ? THEN least(answered_at, ?::timestamptz) ELSE answered_at END,
          ended_at = CASE WHEN ? THEN coalesce(ended_at, ?::timestamptz) ELSE ended_at END,
          ended_reason = coalesce(nullif(ended_reason, ''), ?),
          forwarded_to = coalesce(nullif(?, ''), forwarded_to),
          interruptions = interruptions + ?, hangs = hangs + ?
        WHERE id = ?
        """,
        state.code(),
        event.state() == CallState.IN_PROGRESS,
        event.at(),
        event.state() == CallState.ENDED,
        event.at(),
        event.endedReason(),
        event.forwardedTo(),
        event.signal().equals(CallEvent.INTERRUPTED) ? 1 : 0,
        event.signal().equals(CallEvent.HANG) ? 1 : 0,
        call.id());
  }

  /**
   * A report that came with less does not take away what an earlier one said.
   *
   * @param over otherwise the call goes on, and its end has still to be reported
   */
  void reported(Row call, CallReport report, boolean over, Instant now) {
    sql.update(
        """
        UPDATE calls SET reported_at = CASE WHEN ? THEN coalesce(reported_at, ?::timestamptz) ELSE reported_at END,
          answered_at = coalesce(?::timestamptz, answered_at), ended_at = coalesce(?::timestamptz, ended_at),
          ended_reason = coalesce(nullif(?, ''), ended_reason),
          transcript = coalesce(nullif(?, ''), transcript), summary = coalesce(nullif(?, ''), summary),
          recording = coalesce(nullif(?, ''), recording), cost_micros = coalesce(?::bigint, cost_micros),
          currency = coalesce(?, currency), outcome = coalesce(nullif(?, '')::jsonb, outcome),
          success = coalesce(nullif(?, ''), success)
        WHERE id = ?
        """,
        over,
        now,
        report.startedAt(),
        report.endedAt(),
        report.endedReason(),
        report.transcript(),
        report.summary(),
        report.recording(),
        report.costMicros(),
        report.currency(),
        report.outcome(),
        report.success(),
        call.id());
  }

  boolean hasWords(Row call) {
    return sql.one(
            "SELECT position FROM messages WHERE call = ? LIMIT 1",
            row -> row.big("position"),
            call.id())
        .isPresent();
  }

  void wordsAreTheReports(Row call) {
    sql.update("UPDATE calls SET words_reported = true WHERE id = ?", call.id());
  }

  void say(Row call, String venue, List<CallLine> lines) {
    for (CallLine line : lines) {
      sql.update(
          """
          INSERT INTO messages (conversation, venue, sender, kind, body, at, state, call)
          VALUES (?, ?, ?, 'speech', ?, ?, 'done', ?)
          """,
          call.conversation(),
          venue,
          line.byGuest() ? "guest" : "assistant",
          line.text(),
          line.at(),
          call.id());
    }
  }
}
