package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.testkit.embedded.EmbeddedPostgresServer;
import io.conserje.testkit.embedded.SharedPostgres;
import io.conserje.venue.DiningTable;
import io.conserje.venue.Service;
import io.conserje.venue.StayLength;
import io.conserje.venue.Venue;
import io.conserje.venue.Zone;
import io.conserje.venue.house.HouseReader;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;

/** A house from the time before house files is the same house after the migration. */
class HouseMigrationTest {

  @Test
  void rowsBecomeADocumentThatCanBeRead() throws SQLException, IOException {
    String database = SharedPostgres.bare();
    migrate(database, "1");
    try (Connection connection = SharedPostgres.server().connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          INSERT INTO venues VALUES
            ('casa', 'Casa', 'restaurant', 'Europe/Madrid', 'es', '+34600000999', 'Plaza 1', 8, 45, 60),
            ('hotel', 'Hotel', 'hotel', 'Atlantic/Canary', 'en', '+34600000998', 'Plaza 2', 10, 0, 365);
          INSERT INTO services VALUES
            ('casa', 6, 'dinner', '20:00', '00:30'), ('casa', 5, 'lunch', '13:00', '15:30');
          INSERT INTO stay_lengths VALUES ('casa', 8, 120), ('casa', 2, 90);
          INSERT INTO dining_tables VALUES ('casa', 'T1', 'terrace', 4), ('casa', '1', 'inside', 2);
          """);
      migrate(database, "2");

      Venue casa = venue(statement, "casa");
      assertEquals("Casa", casa.name());
      assertEquals(Duration.ofMinutes(45), casa.rules().notice());
      assertEquals(Duration.ofDays(60), casa.rules().horizon());
      assertEquals(8, casa.rules().largestParty());
      assertEquals(
          List.of(
              new StayLength(2, Duration.ofMinutes(90), Map.of()),
              new StayLength(8, Duration.ofMinutes(120), Map.of())),
          casa.rules().stays());
      assertEquals(
          List.of(
              new Service(DayOfWeek.FRIDAY, "lunch", LocalTime.of(13, 0), LocalTime.of(15, 30)),
              new Service(DayOfWeek.SATURDAY, "dinner", LocalTime.of(20, 0), LocalTime.of(0, 30))),
          casa.hours().services());
      assertEquals(
          List.of(DiningTable.of("1", "inside", 2), DiningTable.of("T1", "terrace", 4)),
          casa.room().tables());
      assertEquals(
          List.of(new Zone("inside", false), new Zone("terrace", false)), casa.room().zones());

      Venue hotel = venue(statement, "hotel");
      assertEquals(List.of(), hotel.room().tables());
      assertEquals(List.of(), hotel.hours().services());
    }
  }

  private static void migrate(String database, String version) {
    Flyway.configure()
        .dataSource(
            SharedPostgres.server().url(database),
            EmbeddedPostgresServer.USER,
            EmbeddedPostgresServer.PASSWORD)
        .target(MigrationVersion.fromVersion(version))
        .load()
        .migrate();
  }

  private static Venue venue(Statement statement, String id) throws SQLException, IOException {
    try (ResultSet row =
            statement.executeQuery("SELECT house FROM venues WHERE id = '" + id + "'");
        ApplicationContext context = ApplicationContext.run(PostgresPool.PROPERTIES)) {
      row.next();
      return HouseReader.read(
              context
                  .getBean(ObjectMapper.class)
                  .readValue(row.getString(1), Argument.mapOf(String.class, Object.class)))
          .venue();
    }
  }
}
