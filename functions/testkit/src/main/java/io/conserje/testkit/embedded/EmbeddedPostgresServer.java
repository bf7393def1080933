package io.conserje.testkit.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A real Postgres server of our own, gone with its data when closed. */
public final class EmbeddedPostgresServer implements AutoCloseable {

  public static final String USER = "postgres";
  public static final String PASSWORD = "postgres";

  private final EmbeddedPostgres server;

  private EmbeddedPostgresServer(EmbeddedPostgres server) {
    this.server = server;
  }

  /**
   * @param durable as in production ({@code fsync} and {@code synchronous_commit} on), for
   *     benchmarks and crash tests; otherwise fast
   */
  public static EmbeddedPostgresServer start(boolean durable) {
    String flush = durable ? "on" : "off";
    return FreePort.start(
        "Embedded Postgres",
        port ->
            new EmbeddedPostgresServer(
                EmbeddedPostgres.builder()
                    .setPort(port)
                    .setServerConfig("fsync", flush)
                    .setServerConfig("synchronous_commit", flush)
                    .setServerConfig("full_page_writes", flush)
                    .setServerConfig("max_connections", "200")
                    .start()));
  }

  public int port() {
    return server.getPort();
  }

  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
  }

  /** Makes an empty database. */
  public EmbeddedPostgresServer create(String database) {
    return execute("CREATE DATABASE " + database);
  }

  /** Makes a database that is as {@code template} is, to which nobody may be connected. */
  public EmbeddedPostgresServer copy(String template, String database) {
    return execute("CREATE DATABASE " + database + " TEMPLATE " + template);
  }

  private EmbeddedPostgresServer execute(String sql) {
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
      return this;
    } catch (SQLException e) {
      throw new IllegalStateException(sql + " failed.", e);
    }
  }

  public Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(url(database), USER, PASSWORD);
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
