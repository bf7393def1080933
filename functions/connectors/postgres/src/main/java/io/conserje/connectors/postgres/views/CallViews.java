package io.conserje.connectors.postgres.views;

import io.conserje.call.CallPrices;
import io.conserje.call.out.OutgoingCall;
import io.conserje.connectors.postgres.Sql;
import io.conserje.connectors.postgres.Sql.Row;
import io.conserje.venue.VenueId;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Telephone calls, to be looked at. */
public final class CallViews {

  /** With what is known of the calls that the house makes itself. */
  private static final String SELECT =
      """
      SELECT c.*, o.purpose, o.answered_by, o.attempt,
        (SELECT n.id FROM outgoing_calls n WHERE n.venue = c.venue AND n.key = 'again:' || c.id) AS next_attempt,
        (SELECT jsonb_agg(jsonb_build_object('to', t.to_address, 'at', t.rung_at, 'reason', t.reason,
            'state', t.state) ORDER BY t.position) FROM call_transfers t WHERE t.call = c.id) AS transfers
      FROM calls c LEFT JOIN outgoing_calls o ON o.id = c.id
      """;

  private final Sql sql;
  private final ObjectMapper json;

  private final HeardAt heardAt;
  private final AnswerViews answers;
  private final CostViews costs;

  /** The address under which a recording that has none of its own is heard. */
  public interface HeardAt {
    String address(UUID call, String recording);
  }

  /** No prices are known. */
  public CallViews(Sql sql, ObjectMapper json, HeardAt heardAt) {
    this(sql, json, heardAt, () -> CallPrices.NONE);
  }

  /**
   * @param prices looked up at each use
   */
  public CallViews(Sql sql, ObjectMapper json, HeardAt heardAt, Supplier<CallPrices> prices) {
    this.sql = sql;
    this.json = json;
    this.heardAt = heardAt;
    this.answers = new AnswerViews(sql);
    this.costs = new CostViews(sql, prices);
  }

  /**
   * @param recording as it is written down: an address or a kept recording; may be empty
   */
  public record Recorded(String recording, Instant beganAt) {}

  /** The recording of a call, in whichever house. */
  public Optional<Recorded> recorded(UUID id) {
    return inItsHouse(
        id,
        () ->
            sql.one(
                "SELECT recording, began_at FROM calls WHERE id = ?",
                row -> new Recorded(row.text("recording"), row.instant("began_at")),
                id));
  }

  /** Those that began then, the newest first, without what was said. */
  public List<CallView> of(String venue, Instant from, Instant until, int limit) {
    return sql.at(new VenueId(venue), () -> list(venue, from, until, limit));
  }

  private List<CallView> list(String venue, Instant from, Instant until, int limit) {
    Map<UUID, List<CallView.Usage>> usage =
        costs.of(
            sql.list(
                "SELECT id FROM calls WHERE venue = ? AND began_at >= ? AND began_at < ?",
                row -> row.id("id"),
                venue,
                from,
                until));
    return sql.list(
        SELECT
            + """
            WHERE c.venue = ? AND c.began_at >= ? AND c.began_at < ?
            ORDER BY c.began_at DESC, c.id DESC LIMIT ?
            """,
        row -> call(row, null, null, usage.getOrDefault(row.id("id"), List.of())),
        venue,
        from,
        until,
        limit);
  }

  /** The id names no house; everything else is then bound to the house it belongs to. */
  public Optional<CallView> one(UUID id) {
    return inItsHouse(id, () -> whole(id));
  }

  private <T> Optional<T> inItsHouse(UUID id, Supplier<Optional<T>> work) {
    return sql.everywhere(() ->
        sql.one("SELECT venue FROM calls WHERE id = ?", row -> row.text("venue"), id)
            .flatMap(venue -> sql.at(new VenueId(venue), work::get)));
  }

  private Optional<CallView> whole(UUID id) {
    List<CallView.Line> lines =
        sql.list(
            "SELECT sender, body, at FROM messages WHERE call = ? ORDER BY at, position",
            row ->
                new CallView.Line(
                    row.text("sender"), row.text("body"), Times.instant(row.instant("at"))),
            id);
    List<CallView.Answer> waited = answers.of(id);
    List<CallView.Usage> usage = costs.of(List.of(id)).getOrDefault(id, List.of());
    return sql.one(SELECT + " WHERE c.id = ?", row -> call(row, lines, waited, usage), id);
  }

  private CallView call(
      Row row, List<CallView.Line> lines, List<CallView.Answer> waited, List<CallView.Usage> usage)
      throws SQLException {
    return new CallView(
        row.text("id"),
        row.text("venue"),
        row.text("provider"),
        providerId(row.text("provider_call_id")),
        row.text("carrier_call_id"),
        row.text("direction"),
        row.text("guest_address"),
        row.text("house_address"),
        row.text("state"),
        Times.instant(row.instant("began_at")),
        time(row.instant("answered_at")),
        time(row.instant("ended_at")),
        row.text("ended_reason"),
        row.text("forwarded_to"),
        row.number("interruptions"),
        row.number("hangs"),
        row.instant("reported_at") != null,
        row.text("summary"),
        row.text("success"),
        read(row.text("outcome")),
        row.text("cost_micros") == null
            ? costs.cost(usage)
            : costs.cost(
                new CallView.Cost(row.big("cost_micros"), row.text("currency"), true),
                row.text("provider"),
                usage),
        usage,
        heardAt.address(row.id("id"), row.text("recording")),
        lines == null ? null : row.text("transcript"),
        lines,
        row.text("conversation"),
        waited,
        waited == null ? null : AnswerViews.waits(waited),
        row.text("purpose"),
        present(row.text("answered_by")),
        row.text("attempt") == null ? null : row.number("attempt"),
        row.text("next_attempt"),
        transfers(row.text("transfers")));
  }

  /** A call that nobody carries yet has our own in its place. */
  private static String providerId(String id) {
    return id.startsWith(OutgoingCall.MEMO) ? "" : id;
  }

  private static String present(String text) {
    return text == null || text.isEmpty() ? null : text;
  }

  private List<CallView.Transfer> transfers(String column) {
    try {
      return column == null
          ? List.of()
          : json.readValue(column, Argument.listOf(CallView.Transfer.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String time(Instant instant) {
    return instant == null ? null : Times.instant(instant);
  }

  private Object read(String column) {
    try {
      return column == null ? null : json.readValue(column, Argument.OBJECT_ARGUMENT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
