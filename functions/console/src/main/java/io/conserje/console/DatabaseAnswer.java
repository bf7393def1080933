package io.conserje.console;

import io.conserje.connectors.lambda.Problem;
import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.data.connection.jdbc.exceptions.CannotGetJdbcConnectionException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A database that cannot be reached is no fault of the request, and passes. */
@Singleton
final class DatabaseAnswer implements ExceptionHandler<RuntimeException, HttpResponse<Problem>> {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseAnswer.class);

  @Override
  @SuppressWarnings("rawtypes") // as the interface has it
  public HttpResponse<Problem> handle(HttpRequest request, RuntimeException fault) {
    if (isAway(fault)) {
      LOG.error("Postgres was not reached; the request is answered 503.", fault);
      return Problem.of(
          HttpStatus.SERVICE_UNAVAILABLE, "The database is not reached. Try again in a moment.");
    }
    LOG.error("Request failed unexpectedly and is answered 500.", fault);
    return Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "Unexpected fault; the log has it.");
  }

  /**
   * A connection that broke under a query shows as itself, or where the framework puts it in order
   * afterwards.
   */
  private static boolean isAway(Throwable fault) {
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
