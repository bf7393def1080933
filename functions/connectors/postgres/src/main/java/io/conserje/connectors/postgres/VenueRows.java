package io.conserje.connectors.postgres;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** The rows a house is made of. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface VenueRows extends GenericRepository<VenueRows.VenueRow, String> {

  Optional<VenueRow> findById(String id);

  List<VenueRow> findAllOrderById();

  @Query(
      "SELECT v.* FROM venues v JOIN channel_addresses a ON a.venue = v.id"
          + " WHERE a.channel = :channel AND a.address = :address")
  Optional<VenueRow> byAddress(String channel, String address);

  @Query(
      "SELECT weekday, name, first_booking, last_booking FROM services"
          + " WHERE venue = :venue ORDER BY weekday, first_booking")
  List<ServiceRow> services(String venue);

  @Query("SELECT up_to, minutes FROM stay_lengths WHERE venue = :venue")
  List<StayRow> stays(String venue);

  @Query("SELECT name, zone, seats FROM dining_tables WHERE venue = :venue ORDER BY name")
  List<TableRow> tables(String venue);

  @MappedEntity("venues")
  record VenueRow(
      @Id String id,
      String name,
      String kind,
      String timeZone,
      String language,
      String phone,
      String address,
      int largestParty,
      int noticeMinutes,
      int horizonDays) {}

  @Introspected
  record ServiceRow(int weekday, String name, LocalTime firstBooking, LocalTime lastBooking) {}

  @Introspected
  record StayRow(int upTo, int minutes) {}

  @Introspected
  record TableRow(String name, String zone, int seats) {}
}
