package io.conserje.connectors.postgres.views;

import io.conserje.connectors.postgres.Sql;
import java.util.List;

/**
 * The ledger. An event is looked for by the provider's own id, because one that belongs to no house
 * must be found too.
 */
public final class EventViews {

  private final Sql sql;

  public EventViews(Sql sql) {
    this.sql = sql;
  }

  /** By the id of a message or a call; else by the event's own, where its name ends with that. */
  public List<EventView> find(String provider, String id) {
    return sql.everywhere(() -> {
      List<EventView> found = rows("event_id = ?", provider, id);
      return found.isEmpty()
          ? rows("right(event, length(?)) = ':' || ?", provider, ":" + id, id)
          : found;
    });
  }

  private List<EventView> rows(String which, Object... values) {
    return sql.list(
        "SELECT * FROM inbound_ledger WHERE provider = ? AND "
            + which
            + " ORDER BY recorded_at, received_at, event",
        row ->
            new EventView(
                row.text("provider"),
                row.text("event_id"),
                row.text("event"),
                row.text("venue"),
                row.text("conversation"),
                row.text("outcome"),
                row.text("correlation"),
                Times.instant(row.instant("received_at")),
                Times.instant(row.instant("recorded_at"))),
        values);
  }
}
