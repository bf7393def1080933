package io.conserje.connectors.lambda;

import io.micronaut.context.annotation.Primary;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;

/**
 * What the framework itself refuses (no such path, wrong method, wrong content type) is a problem
 * like any other.
 */
@Singleton
@Primary
final class ProblemResponses implements ErrorResponseProcessor<Problem> {

  @Override
  public MutableHttpResponse<Problem> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    HttpStatus status = response.status();
    String detail =
        status == HttpStatus.BAD_REQUEST
            ? UnreadBody.why(context.getRequest(), context.getRootCause().orElse(null))
                .orElse(status.getReason() + ".")
            : status.getReason() + ".";
    return response
        .body(new Problem(status.getReason(), status.getCode(), detail))
        .contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE);
  }
}
