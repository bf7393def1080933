package io.conserje.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.connectors.postgres.views.SchemaView;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.Test;

class SchemaVersionTest {

  @Test
  void readyExpectsTheNewestMigration() {
    try (House house = new House()) {
      MigrationInfo newest =
          Flyway.configure()
              .dataSource(house.postgres.url(house.database), "postgres", "postgres")
              .load()
              .info()
              .current();

      assertEquals(newest.getVersion().toString(), String.valueOf(SchemaView.LATEST));
    }
  }
}
