package io.conserje.connectors.postgres;

import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.data.connection.jdbc.exceptions.CannotGetJdbcConnectionException;
import java.sql.SQLException;
import java.util.stream.Stream;

/** Tells a database that cannot be reached, which passes, from a fault of ours. */
public final class DatabaseAway {

  private DatabaseAway() {}

  /**
   * A connection that broke under a query shows as itself, or where the framework puts it in order
   * afterwards.
   */
  public static boolean isBehind(Throwable fault) {
    return Stream.iterate(fault, cause -> cause != null, Throwable::getCause)
        .anyMatch(cause ->
            cause instanceof CannotGetJdbcConnectionException
                || cause.getClass() == ConnectionException.class
                || (cause instanceof SQLException sql && passes(sql.getSQLState())));
  }

  /** Lost connections, too many of them, and a server that is going down. */
  private static boolean passes(String state) {
    return state != null
        && (state.startsWith("08") || state.startsWith("53") || state.startsWith("57P"));
  }
}
