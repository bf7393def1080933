package io.conserje.connectors.postgres;

import io.conserje.connectors.postgres.VenueRows.VenueRow;
import io.conserje.connectors.postgres.VenueRows.Version;
import io.conserje.venue.Channel;
import io.conserje.venue.Venue;
import io.conserje.venue.VenueId;
import io.conserje.venue.Venues;
import io.conserje.venue.house.HouseReader;
import io.micronaut.core.type.Argument;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The houses, as Postgres knows them. A document is fetched and read anew only when its house has
 * changed: at every turn somebody asks.
 */
public final class PostgresVenues implements Venues {

  private static final Argument<Map<String, Object>> DOCUMENT =
      Argument.mapOf(String.class, Object.class);

  private final VenueRows rows;
  private final Json json;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  private record Known(long version, Venue venue) {}

  public PostgresVenues(VenueRows rows, Json json) {
    this.rows = rows;
    this.json = json;
  }

  @Override
  public Optional<Venue> byId(VenueId id) {
    return rows.version(id.value()).flatMap(this::venue);
  }

  @Override
  public Optional<Venue> byAddress(Channel channel, String houseAddress) {
    return rows.versionByAddress(channel.code(), houseAddress).flatMap(this::venue);
  }

  @Override
  public List<Venue> all() {
    return rows.versions().stream().flatMap(version -> venue(version).stream()).toList();
  }

  private Optional<Venue> venue(Version version) {
    Known before = known.get(version.id());
    return before != null && before.version == version.version()
        ? Optional.of(before.venue)
        : rows.findById(version.id()).map(this::fresh);
  }

  private Venue fresh(VenueRow row) {
    Venue venue = read(row);
    known.put(row.id(), new Known(row.version(), venue));
    return venue;
  }

  private Venue read(VenueRow row) {
    return HouseReader.read(json.read(row.house(), DOCUMENT)).venue();
  }
}
