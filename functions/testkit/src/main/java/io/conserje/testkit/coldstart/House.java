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
          INSERT INTO venues (id, house)
          SELECT 'restaurante', jsonb_build_object(
            'venue', 'restaurante', 'name', 'Casa Banco', 'kind', 'restaurant',
            'time_zone', 'Europe/Madrid', 'language', 'es', 'phone', '+34600000900',
            'address', 'Calle Mayor 1',
            'hours', '{"services": [{"service": "dinner", "first": "20:00", "last": "23:00"}]}'::jsonb,
            'zones', '[{"name": "inside"}]'::jsonb,
            'tables', jsonb_agg(jsonb_build_object('name', 'T' || n, 'zone', 'inside', 'seats', 4)),
            'rules', '{"largest_party": 8, "notice": "60m", "horizon": "60d"}'::jsonb)
          FROM generate_series(1, 10) AS n;
          INSERT INTO dining_tables SELECT 'restaurante', 'T' || n FROM generate_series(1, 10) AS n;
          INSERT INTO channel_addresses VALUES ('whatsapp', '+34600000900', 'restaurante'),
            ('voice', '+34600000900', 'restaurante');
          """);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
