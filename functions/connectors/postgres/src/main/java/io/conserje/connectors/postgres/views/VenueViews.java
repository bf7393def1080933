package io.conserje.connectors.postgres.views;

import io.conserje.connectors.postgres.Sql;
import io.conserje.connectors.postgres.views.VenueView.Reached;
import io.conserje.connectors.postgres.views.VenueView.Rules;
import io.conserje.connectors.postgres.views.VenueView.ServiceView;
import io.conserje.connectors.postgres.views.VenueView.Stay;
import io.conserje.connectors.postgres.views.VenueView.TableView;
import io.conserje.venue.HouseRules;
import io.conserje.venue.Service;
import io.conserje.venue.Venue;
import io.conserje.venue.VenueId;
import io.conserje.venue.Venues;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The houses of this deployment. */
public final class VenueViews {

  private final Venues venues;
  private final Sql sql;

  public VenueViews(Venues venues, Sql sql) {
    this.venues = venues;
    this.sql = sql;
  }

  public List<VenueView> all() {
    return venues.all().stream().map(this::view).toList();
  }

  /** The time zone of a house; empty when there is no such house. */
  public Optional<ZoneId> zone(String venue) {
    return venues.byId(new VenueId(venue)).map(Venue::zone);
  }

  private VenueView view(Venue venue) {
    return new VenueView(
        venue.id().value(),
        venue.name(),
        venue.kind(),
        venue.zone().getId(),
        venue.language().toLanguageTag(),
        venue.phone(),
        venue.address(),
        channels(venue.id().value()),
        rules(venue.rules()),
        venue.hours().services().stream().map(VenueViews::service).toList(),
        venue.room().tables().stream()
            .map(t -> new TableView(t.name(), t.zone(), t.seats()))
            .toList());
  }

  private List<Reached> channels(String venue) {
    return sql.at(
        new VenueId(venue),
        () ->
            sql.list(
                "SELECT channel, address FROM channel_addresses WHERE venue = ? ORDER BY channel, address",
                row -> new Reached(row.text("channel"), row.text("address")),
                venue));
  }

  private static Rules rules(HouseRules rules) {
    return new Rules(
        rules.largestParty(),
        (int) rules.notice().toMinutes(),
        (int) rules.horizon().toDays(),
        rules.stays().stream().map(s -> new Stay(s.upTo(), (int) s.usual().toMinutes())).toList());
  }

  private static ServiceView service(Service service) {
    return new ServiceView(
        service.day().getValue(),
        service.name(),
        Times.clock(service.firstBooking()),
        Times.clock(service.lastBooking()));
  }
}
