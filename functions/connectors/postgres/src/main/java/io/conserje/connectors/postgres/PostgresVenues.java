package io.conserje.connectors.postgres;

import io.conserje.connectors.postgres.VenueRows.ServiceRow;
import io.conserje.connectors.postgres.VenueRows.StayRow;
import io.conserje.connectors.postgres.VenueRows.VenueRow;
import io.conserje.venue.Channel;
import io.conserje.venue.HouseRules;
import io.conserje.venue.OpeningHours;
import io.conserje.venue.Service;
import io.conserje.venue.Venue;
import io.conserje.venue.VenueId;
import io.conserje.venue.Venues;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The houses, as Postgres knows them. */
public final class PostgresVenues implements Venues {

  /** For a house that has not said how long its guests stay. */
  private static final Duration USUAL_STAY = Duration.ofMinutes(120);

  private final VenueRows rows;

  public PostgresVenues(VenueRows rows) {
    this.rows = rows;
  }

  @Override
  public Optional<Venue> byId(VenueId id) {
    return rows.findById(id.value()).map(this::venue);
  }

  @Override
  public Optional<Venue> byAddress(Channel channel, String houseAddress) {
    return rows.byAddress(channel.code(), houseAddress).map(this::venue);
  }

  @Override
  public List<Venue> all() {
    return rows.findAllOrderById().stream().map(this::venue).toList();
  }

  private Venue venue(VenueRow row) {
    return new Venue(
        new VenueId(row.id()),
        row.name(),
        row.kind(),
        ZoneId.of(row.timeZone()),
        Locale.forLanguageTag(row.language()),
        row.phone(),
        row.address(),
        new OpeningHours(rows.services(row.id()).stream().map(PostgresVenues::service).toList()),
        rules(row));
  }

  private static Service service(ServiceRow row) {
    return new Service(
        DayOfWeek.of(row.weekday()), row.name(), row.firstBooking(), row.lastBooking());
  }

  private HouseRules rules(VenueRow row) {
    SortedMap<Integer, Duration> stays = new TreeMap<>();
    for (StayRow stay : rows.stays(row.id())) {
      stays.put(stay.upTo(), Duration.ofMinutes(stay.minutes()));
    }
    if (stays.isEmpty()) {
      stays.put(1, USUAL_STAY);
    }
    return new HouseRules(
        row.largestParty(),
        stays,
        Duration.ofMinutes(row.noticeMinutes()),
        Duration.ofDays(row.horizonDays()));
  }
}
