package io.conserje.connectors.lambda;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What nobody foresaw. The framework's own handler would put the exception's message into the text
 * of the log.
 */
@Singleton
final class UnexpectedAnswer implements ExceptionHandler<Throwable, HttpResponse<Problem>> {

  private static final Logger LOG = LoggerFactory.getLogger(UnexpectedAnswer.class);

  @Override
  public HttpResponse<Problem> handle(HttpRequest request, Throwable fault) {
    LOG.error("Request failed unexpectedly and is answered 500.", fault);
    return Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "Unexpected fault; the log has it.");
  }
}
