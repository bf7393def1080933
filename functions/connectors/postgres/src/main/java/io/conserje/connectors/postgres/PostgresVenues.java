package io.conserje.connectors.postgres;

import io.conserje.connectors.postgres.VenueRows.VenueRow;
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

/** The houses, as Postgres knows them. A document is read anew only when its house has changed. */
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
    return rows.findById(id.value()).map(this::venue);
  }

  @Override
  public Optional<Venue> byAddress(Channel channel, String houseAddress) {
    return rows.byAddress(channel.code(), houseAddress).map(this::venue);
  }

  @Override
  public List<Venue> all() {
    return rows.all().stream().map(this::venue).toList();
  }

  private Venue venue(VenueRow row) {
    return known.compute(
            row.id(),
            (id, before) ->
                before != null && before.version == row.version()
                    ? before
                    : new Known(row.version(), read(row)))
        .venue;
  }

  private Venue read(VenueRow row) {
    return HouseReader.read(json.read(row.house(), DOCUMENT)).venue();
  }
}
