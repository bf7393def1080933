package io.conserje.connectors.postgres;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** The houses, each one document. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface VenueRows extends GenericRepository<VenueRows.VenueRow, String> {

  Optional<VenueRow> findById(String id);

  @Query("SELECT id, version FROM venues WHERE id = :id")
  Optional<Version> version(String id);

  @Query("SELECT id, version FROM venues ORDER BY id")
  List<Version> versions();

  @Query(
      "SELECT v.id, v.version FROM venues v JOIN channel_addresses a ON a.venue = v.id"
          + " WHERE a.channel = :channel AND a.address = :address")
  Optional<Version> versionByAddress(String channel, String address);

  /**
   * @param version raised with every change of the house
   * @param house the house's document, JSON
   */
  @MappedEntity("venues")
  record VenueRow(@Id String id, long version, String house) {}

  /** Which document a house has by now, without the document. */
  @Introspected
  record Version(String id, long version) {}
}
