package io.conserje.testkit.coldstart;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** One house that can be reached, so that a guest's message has somewhere to go. */
final class House {

  private House() {}

  static void settle(World world) {
    try (Connection connection = world.postgres().connect(World.DATABASE);
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          INSERT INTO venues (id, name, kind, time_zone, language, phone, address, largest_party,
              notice_minutes, horizon_days)
          VALUES ('restaurante', 'Casa Banco', 'restaurant', 'Europe/Madrid', 'es',
              '+34600000900', 'Calle Mayor 1', 8, 60, 60);
          INSERT INTO channel_addresses VALUES ('whatsapp', '+34600000900', 'restaurante');
          INSERT INTO services
            SELECT 'restaurante', day, 'cena', '20:00', '23:00' FROM generate_series(1, 7) AS day;
          INSERT INTO stay_lengths VALUES ('restaurante', 8, 105);
          INSERT INTO dining_tables
            SELECT 'restaurante', 'T' || n, 'sala', 4 FROM generate_series(1, 10) AS n;
          """);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
