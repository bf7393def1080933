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

  public List<EventView> find(String provider, String id) {
    return sql.everywhere(() ->
        sql.list(
            """
            SELECT * FROM inbound_ledger WHERE provider = ? AND event_id = ?
            ORDER BY recorded_at, received_at, event
            """,
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
            provider,
            id));
  }
}
