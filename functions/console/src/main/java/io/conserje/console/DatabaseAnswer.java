package io.conserje.console;

import io.conserje.connectors.lambda.Problem;
import io.conserje.connectors.postgres.DatabaseAway;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A database that cannot be reached is no fault of the request, and passes. */
@Singleton
final class DatabaseAnswer implements ExceptionHandler<RuntimeException, HttpResponse<Problem>> {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseAnswer.class);

  @Override
  @SuppressWarnings("rawtypes") // as the interface has it
  public HttpResponse<Problem> handle(HttpRequest request, RuntimeException fault) {
    if (DatabaseAway.isBehind(fault)) {
      LOG.error("Postgres was not reached; the request is answered 503.", fault);
      return Problem.of(
          HttpStatus.SERVICE_UNAVAILABLE, "The database is not reached. Try again in a moment.");
    }
    LOG.error("Request failed unexpectedly and is answered 500.", fault);
    return Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "Unexpected fault; the log has it.");
  }
}
