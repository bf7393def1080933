package io.conserje.webhooks;

import io.conserje.connectors.lambda.Problem;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/** What the queue may not have is never acknowledged. */
@Singleton
final class QueueFaultAnswer implements ExceptionHandler<SdkException, HttpResponse<Problem>> {

  private static final Logger LOG = LoggerFactory.getLogger(QueueFaultAnswer.class);

  @Override
  public HttpResponse<Problem> handle(HttpRequest request, SdkException fault) {
    LOG.error("Not queued. Answered 503; the sender tries its fallback address.", fault);
    return Problem.of(
        HttpStatus.SERVICE_UNAVAILABLE,
        "The queue cannot be reached. Nothing was kept; send again.");
  }
}
