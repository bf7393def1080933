package io.conserje.connectors.postgres;

import io.conserje.call.CallEvent;
import io.conserje.call.CallPlace;
import io.conserje.call.CallReport;
import io.conserje.call.CallState;
import io.conserje.call.Caller;
import io.conserje.call.Calls;
import io.conserje.connectors.postgres.ConversationRows.Between;
import io.conserje.connectors.postgres.ConversationRows.Met;
import io.conserje.conversation.ModelAnswer;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.guest.Guest;
import io.conserje.venue.Channel;
import io.conserje.venue.Venue;
import io.conserje.venue.VenueId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Calls in Postgres. Every verb first locks the conversation, then the call. A tool call is a turn
 * of its own that is over at once, so that it shows wherever turns do.
 */
public final class PostgresCalls implements Calls {

  /** A day's worth: what has no end by then is never asked about again. */
  private static final int MOST_QUESTIONS = 144;

  private final Sql sql;
  private final Json json;
  private final ConversationRows conversations;
  private final CallRows rows;
  private final ForgottenAddresses forgotten;

  /**
   * @param digests how whom the house has forgotten is remembered
   */
  public PostgresCalls(Sql sql, Json json, KeyedDigest digests) {
    this.sql = sql;
    this.json = json;
    this.conversations = new ConversationRows(sql);
    this.rows = new CallRows(sql);
    this.forgotten = new ForgottenAddresses(sql, digests);
  }

  private record Opened(Met met, CallRows.Row row) {}

  @Override
  public Known open(CallPlace place, Venue venue, CallState state, Instant now) {
    return sql.at(
        venue.id(),
        () -> {
          Opened opened = opened(place, venue, state, now);
          String phone = Caller.of(opened.row().guestAddress()).phone();
          return new Known(
              opened.row().id(),
              opened.met().id(),
              new Guest(opened.met().guestName(), phone),
              opened.met().language());
        });
  }

  /** Later news of a call may say less of who talks to whom than what began it. */
  private Opened opened(CallPlace place, Venue venue, CallState state, Instant now) {
    Met met =
        rows.conversationOf(place)
            .map(begun -> conversations.again(begun, now))
            .orElseGet(() -> conversations.meet(between(place), venue, now));
    return new Opened(met, rows.open(place, venue.id().value(), met.id(), state, now));
  }

  private static Between between(CallPlace place) {
    return new Between(Channel.VOICE, place.houseAddress(), place.guestAddress(), "", null);
  }

  /** The provider's id names no house. */
  @Override
  public Optional<VenueId> houseOf(String provider, String callId) {
    return sql.everywhere(() ->
        sql.one(
            "SELECT venue FROM calls WHERE provider = ? AND provider_call_id = ?",
            row -> new VenueId(row.text("venue")),
            provider,
            callId));
  }

  @Override
  public Instant began(Venue venue, UUID call) {
    return sql.at(
        venue.id(),
        () ->
            sql.one(
                    "SELECT coalesce(answered_at, began_at) AS began FROM calls WHERE id = ?",
                    row -> row.instant("began"),
                    call)
                .orElseThrow());
  }

  @Override
  public boolean record(CallEvent event, Venue venue, Instant now) {
    return sql.at(
        venue.id(),
        () -> {
          CallState first = event.state() == null ? CallState.RINGING : event.state();
          CallRows.Row call =
              isOfTheForgotten(event, venue)
                  ? rows.forgotten(opened(event.place().hidden(), venue, first, now).row())
                  : opened(event.place(), venue, first, now).row();
          boolean news = ledger(event, venue.id().value(), call.conversation(), now) > 0;
          if (news) {
            apply(isErased(call) ? event.withoutWords() : event, venue, call, now);
          }
          return news;
        });
  }

  /** A call nobody has heard of, from before its guest was forgotten. */
  private boolean isOfTheForgotten(CallEvent event, Venue venue) {
    CallReport report = event.report();
    Instant began = report == null || report.startedAt() == null ? event.at() : report.startedAt();
    return rows.conversationOf(event.place()).isEmpty()
        && forgotten.since(venue.id(), event.place().guestAddress(), began);
  }

  /** Whoever was forgotten meanwhile is not written down again by what comes late. */
  private boolean isErased(CallRows.Row call) {
    return sql.one(
            "SELECT 1 FROM conversations WHERE id = ? AND guest_address = 'erased:' || id",
            _ -> true,
            call.conversation())
        .isPresent();
  }

  private void apply(CallEvent event, Venue venue, CallRows.Row call, Instant now) {
    rows.moved(call, event);
    if (event.line() != null && !call.wordsReported()) {
      rows.say(call, venue.id().value(), List.of(event.line()));
    }
    if (event.report() != null) {
      rows.reported(call, event.report(), event.state() == CallState.ENDED, now);
      if (!event.report().lines().isEmpty() && !rows.hasWords(call)) {
        rows.say(call, venue.id().value(), event.report().lines());
        rows.wordsAreTheReports(call);
      }
    }
    if (!event.language().isEmpty()) {
      sql.update(
          "UPDATE conversations SET language = ? WHERE id = ?",
          event.language(),
          call.conversation());
    }
  }

  private int ledger(CallEvent event, String venue, UUID conversation, Instant now) {
    return sql.update(
        PostgresInboundLedger.INSERT,
        event.place().provider(),
        event.place().callId(),
        event.name(),
        venue,
        conversation,
        null,
        venue == null ? "no_venue" : "recorded",
        event.correlation(),
        event.receivedAt(),
        now);
  }

  @Override
  public boolean knows(CallPlace place, String name, Venue venue) {
    return sql.at(
        venue.id(),
        () ->
            sql.one(
                    """
                    SELECT 1 FROM inbound_ledger WHERE provider = ? AND event_id = ? AND event = ?
                    """,
                    _ -> true,
                    place.provider(),
                    place.callId(),
                    name)
                .isPresent());
  }

  @Override
  public void noVenue(CallEvent event, Instant now) {
    sql.everywhere(() -> ledger(event, null, null, now));
  }

  @Override
  public ToolResult once(
      Venue venue,
      Known known,
      ToolCall call,
      String speaker,
      Function<String, ToolResult> effect,
      Instant now) {
    UUID turn = turn(known.call(), call.id());
    return sql.at(
        venue.id(),
        () -> {
          lock(known.conversation());
          return saved(turn)
              .orElseGet(() -> {
                ToolResult result = effect.apply(turn + ":1:0");
                save(turn, venue, known, call, speaker, result, now);
                return result;
              });
        });
  }

  /** The same for the same tool call. */
  private static UUID turn(UUID telephoneCall, String toolCallId) {
    return UUID.nameUUIDFromBytes(
        (telephoneCall + "|" + toolCallId).getBytes(StandardCharsets.UTF_8));
  }

  private void lock(UUID conversation) {
    sql.one(
        "SELECT id FROM conversations WHERE id = ? FOR NO KEY UPDATE",
        row -> row.id("id"),
        conversation);
  }

  private Optional<ToolResult> saved(UUID turn) {
    return sql.one(
        "SELECT result FROM tool_results WHERE turn = ? AND step = 1 AND position = 0",
        row -> json.read(row.text("result"), ToolResult.class),
        turn);
  }

  /**
   * On the telephone the assistant goes on speaking until the call is forwarded: what was left to a
   * person is noted for them, and the conversation stays as it is.
   */
  private void save(
      UUID turn,
      Venue venue,
      Known known,
      ToolCall call,
      String speaker,
      ToolResult result,
      Instant now) {
    String house = venue.id().value();
    sql.update(
        """
        INSERT INTO turns (id, conversation, venue, opened_at, closed_at, call)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        turn,
        known.conversation(),
        house,
        now,
        now,
        known.call());
    sql.update(
        """
        INSERT INTO turn_steps (turn, venue, number, seen_up_to, model, answer, saved_at)
        VALUES (?, ?, 1, 0, ?, ?::jsonb, ?)
        """,
        turn,
        house,
        speaker,
        json.write(ModelAnswer.use(List.of(call), Map.of(), known.language().toLanguageTag())),
        now);
    sql.update(
        """
        INSERT INTO tool_results (turn, venue, step, position, name, result, at)
        VALUES (?, ?, 1, 0, ?, ?::jsonb, ?)
        """,
        turn,
        house,
        call.name(),
        json.write(result),
        now);
    sql.update(
        "UPDATE conversations SET hands_over = false WHERE id = ? AND hands_over",
        known.conversation());
  }

  @Override
  public List<Unreported> unreported(String provider, Instant quietSince, int most) {
    return sql.everywhere(() ->
        sql.list(
            """
            SELECT c.*, greatest(heard_at, (SELECT max(m.at) FROM messages m WHERE m.call = c.id)) AS last_heard
            FROM calls c
            WHERE provider = ? AND reported_at IS NULL AND heard_at < ?
              AND provider_call_id NOT LIKE 'call:%'
              AND (asked_at IS NULL OR asked_at < ?) AND asked < ?
            ORDER BY heard_at LIMIT ?
            """,
            row ->
                new Unreported(
                    new VenueId(row.text("venue")),
                    new CallPlace(
                        row.text("provider"),
                        row.text("provider_call_id"),
                        row.text("carrier_call_id"),
                        List.of(row.text("house_address")),
                        row.text("guest_address"),
                        row.text("direction")),
                    CallState.of(row.text("state")).orElseThrow(),
                    row.instant("last_heard"),
                    row.number("asked")),
            provider,
            quietSince,
            quietSince,
            MOST_QUESTIONS,
            most));
  }

  @Override
  public void asked(VenueId venue, CallPlace place, Instant now) {
    sql.at(
        venue,
        () ->
            sql.update(
                """
                UPDATE calls SET asked = asked + 1, asked_at = ?
                WHERE provider = ? AND provider_call_id = ?
                """,
                now,
                place.provider(),
                place.callId()));
  }
}
