package io.conserje.connectors.lambda;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A refusal, as a problem and as a line in the log that alarms can count. */
@Singleton
final class NotLetInAnswer implements ExceptionHandler<NotLetIn, HttpResponse<Problem>> {

  private static final Logger LOG = LoggerFactory.getLogger(NotLetInAnswer.class);

  @Override
  public HttpResponse<Problem> handle(HttpRequest request, NotLetIn refused) {
    LOG.atWarn()
        .addKeyValue("status", refused.status().getCode())
        .log("Request refused, nothing of it is kept: {}", refused.getMessage());
    return Problem.of(refused.status(), refused.getMessage());
  }
}
