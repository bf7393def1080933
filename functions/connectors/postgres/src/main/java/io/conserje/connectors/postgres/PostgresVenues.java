package io.conserje.connectors.postgres;

import io.conserje.connectors.postgres.VenueRows.VenueRow;
import io.conserje.connectors.postgres.VenueRows.Version;
import io.conserje.knowledge.KnowledgeVersion;
import io.conserje.venue.Channel;
import io.conserje.venue.Venue;
import io.conserje.venue.VenueId;
import io.conserje.venue.Venues;
import io.conserje.venue.house.HouseReader;
import io.conserje.venue.house.InvalidHouse;
import io.conserje.venue.house.Problem;
import io.micronaut.core.type.Argument;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The houses, as Postgres knows them. A document is fetched and read anew only when its house has
 * changed: at every turn somebody asks.
 */
public final class PostgresVenues implements Venues, KnowledgeVersion {

  private static final Logger LOG = LoggerFactory.getLogger(PostgresVenues.class);
  private static final Argument<Map<String, Object>> DOCUMENT =
      Argument.mapOf(String.class, Object.class);

  private final VenueRows rows;
  private final Json json;
  private final Map<String, Known> known = new ConcurrentHashMap<>();
  private final Map<String, Long> told = new ConcurrentHashMap<>();

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

  /** Without a house whose document this release cannot read: the others are still served. */
  @Override
  public List<Venue> all() {
    return rows.versions().stream().flatMap(version -> readable(version).stream()).toList();
  }

  /** As this process read it last: whoever answers a guest has just looked the house up. */
  @Override
  public long version(VenueId venue) {
    Known last = known.get(venue.value());
    return last == null
        ? rows.version(venue.value()).map(Version::version).orElse(0L)
        : last.version;
  }

  private Optional<Venue> readable(Version version) {
    try {
      return venue(version);
    } catch (InvalidHouse invalid) {
      tellOnce(version, invalid.problems().getFirst());
      return Optional.empty();
    }
  }

  private void tellOnce(Version version, Problem first) {
    Long before = told.put(version.id(), version.version());
    if (before == null || before != version.version()) {
      LOG.error(
          "The house {} is left out: its document cannot be read, first at {}. Hand its file in"
              + " again.",
          version.id(),
          first.path());
    }
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
