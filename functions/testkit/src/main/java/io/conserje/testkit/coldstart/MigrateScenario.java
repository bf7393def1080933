package io.conserje.testkit.coldstart;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A first deploy: an empty database gets its tables. */
final class MigrateScenario implements Scenario {

  static final byte[] EVENT = "{}".getBytes(UTF_8);

  private final AtomicInteger databases = new AtomicInteger();
  private volatile String database;

  @Override
  public String database(World world) {
    database = "empty_" + databases.incrementAndGet();
    world.postgres().create(database);
    return database;
  }

  @Override
  public First first(World world, int run) {
    return new First(EVENT, answer -> hasTables(world));
  }

  @Override
  public List<byte[]> training(int run) {
    return List.of(EVENT);
  }

  private void hasTables(World world) {
    try (Connection connection = world.postgres().connect(database);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM reservations")) {
      row.next();
    } catch (SQLException e) {
      throw new IllegalStateException("Answered, but there are no tables.", e);
    }
  }
}
