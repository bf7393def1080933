package io.conserje.connectors.lambda;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A function that was not told all it needs says so, and works as soon as it is told. */
@Singleton
final class MissingSettingAnswer
    implements ExceptionHandler<MissingSetting, HttpResponse<Problem>> {

  private static final Logger LOG = LoggerFactory.getLogger(MissingSettingAnswer.class);

  @Override
  public HttpResponse<Problem> handle(HttpRequest request, MissingSetting missing) {
    LOG.error("{} is not set. Requests that need it are answered 503 until it is.", missing.name());
    return Problem.of(
        HttpStatus.SERVICE_UNAVAILABLE, "A setting is missing; the log names it. Try again later.");
  }
}
