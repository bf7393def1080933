package io.conserje.connectors.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.postgresql.Driver;

/**
 * The pool of a function: one connection, made when first needed, so that none stands in a
 * snapshot. Address and password are asked for at each new connection, so that a rotated password
 * needs no restart.
 */
public final class PostgresPool implements AutoCloseable {

  /** What an application context needs to know before it takes the pool as its data source. */
  public static final Map<String, Object> PROPERTIES =
      Map.of("datasources.default.dialect", "POSTGRES");

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);
  private static final Duration LONGEST_IDLE = Duration.ofMinutes(5);
  private static final Duration LONGEST_LIFE = Duration.ofMinutes(10);

  private final HikariDataSource pool;

  /** {@code connections}: one for a function that handles one event at a time. */
  public PostgresPool(Supplier<PostgresSettings> settings, int connections) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("postgres");
    config.setDataSource(new LatestSettings(settings));
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(0);
    config.setIdleTimeout(LONGEST_IDLE.toMillis());
    config.setInitializationFailTimeout(-1);
    config.setConnectionTimeout(LONGEST_WAIT.toMillis());
    config.setMaxLifetime(LONGEST_LIFE.toMillis());
    this.pool = new HikariDataSource(config);
  }

  public DataSource dataSource() {
    return pool;
  }

  @Override
  public void close() {
    pool.close();
  }

  /** Asks for address and password at each connection. */
  private record LatestSettings(Supplier<PostgresSettings> settings) implements DataSource {

    /** Ours: the machine's list of drivers holds those of whoever asked for it first. */
    private static final Driver DRIVER = new Driver();

    @Override
    public Connection getConnection() throws SQLException {
      PostgresSettings now = settings.get();
      return getConnection(now.user(), now.password());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
      Properties properties = new Properties();
      properties.setProperty("user", user);
      properties.setProperty("password", password);
      properties.setProperty("connectTimeout", "3");
      properties.setProperty("socketTimeout", "20");
      properties.setProperty("tcpKeepAlive", "true");
      properties.setProperty("ApplicationName", "conserje");
      // the same few statements come again and again: prepared at once, not the fifth time
      properties.setProperty("prepareThreshold", "1");
      // a constraint's message would carry the row, and so a guest's name, into the log
      properties.setProperty("logServerErrorDetail", "false");
      return DRIVER.connect(settings.get().url(), properties);
    }

    @Override
    public PrintWriter getLogWriter() {
      return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
      // the driver logs through java.util.logging
    }

    @Override
    public void setLoginTimeout(int seconds) {
      // connectTimeout says it
    }

    @Override
    public int getLoginTimeout() {
      return (int) LONGEST_WAIT.toSeconds();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
      throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
      throw new SQLException("wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
      return false;
    }
  }
}
