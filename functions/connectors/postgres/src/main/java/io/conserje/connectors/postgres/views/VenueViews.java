package io.conserje.connectors.postgres.views;

import io.conserje.connectors.postgres.Sql;
import io.conserje.connectors.postgres.VenueRows;
import io.conserje.connectors.postgres.VenueRows.VenueRow;
import io.conserje.connectors.postgres.views.VenueView.Reached;
import io.conserje.connectors.postgres.views.VenueView.Rules;
import io.conserje.connectors.postgres.views.VenueView.ServiceView;
import io.conserje.connectors.postgres.views.VenueView.Stay;
import io.conserje.connectors.postgres.views.VenueView.TableView;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The houses of this deployment. */
public final class VenueViews {

  private final VenueRows rows;
  private final Sql sql;

  public VenueViews(VenueRows rows, Sql sql) {
    this.rows = rows;
    this.sql = sql;
  }

  public List<VenueView> all() {
    return rows.findAllOrderById().stream().map(this::view).toList();
  }

  /** The time zone of a house; empty when there is no such house. */
  public Optional<ZoneId> zone(String venue) {
    return rows.findById(venue).map(row -> ZoneId.of(row.timeZone()));
  }

  private VenueView view(VenueRow row) {
    return new VenueView(
        row.id(),
        row.name(),
        row.kind(),
        row.timeZone(),
        row.language(),
        row.phone(),
        row.address(),
        channels(row.id()),
        new Rules(row.largestParty(), row.noticeMinutes(), row.horizonDays(), stays(row.id())),
        services(row.id()),
        tables(row.id()));
  }

  private List<Reached> channels(String venue) {
    return sql.list(
        "SELECT channel, address FROM channel_addresses WHERE venue = ? ORDER BY channel, address",
        row -> new Reached(row.text("channel"), row.text("address")),
        venue);
  }

  private List<Stay> stays(String venue) {
    return rows.stays(venue).stream()
        .map(row -> new Stay(row.upTo(), row.minutes()))
        .sorted(Comparator.comparing(Stay::upTo))
        .toList();
  }

  private List<ServiceView> services(String venue) {
    return rows.services(venue).stream()
        .map(row ->
            new ServiceView(
                row.weekday(),
                row.name(),
                Times.clock(row.firstBooking()),
                Times.clock(row.lastBooking())))
        .toList();
  }

  private List<TableView> tables(String venue) {
    return rows.tables(venue).stream()
        .map(row -> new TableView(row.name(), row.zone(), row.seats()))
        .toList();
  }
}
