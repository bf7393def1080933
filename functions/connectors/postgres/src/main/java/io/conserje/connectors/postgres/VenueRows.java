package io.conserje.connectors.postgres;

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

  @Query("SELECT id, version, house FROM venues ORDER BY id")
  List<VenueRow> all();

  @Query(
      "SELECT v.id, v.version, v.house FROM venues v JOIN channel_addresses a ON a.venue = v.id"
          + " WHERE a.channel = :channel AND a.address = :address")
  Optional<VenueRow> byAddress(String channel, String address);

  /**
   * @param version raised with every change of the house
   * @param house the house's document, JSON
   */
  @MappedEntity("venues")
  record VenueRow(@Id String id, long version, String house) {}
}
