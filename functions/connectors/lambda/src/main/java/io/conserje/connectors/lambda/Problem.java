package io.conserje.connectors.lambda;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.serde.annotation.Serdeable;

/**
 * An error as {@code application/problem+json}.
 *
 * @param title the status in words
 * @param detail what is wrong, and what to do or what happens next; never anything a guest wrote
 */
@Serdeable
public record Problem(String title, int status, String detail) {

  public static MutableHttpResponse<Problem> of(HttpStatus status, String detail) {
    return HttpResponse.<Problem>status(status)
        .body(new Problem(status.getReason(), status.getCode(), detail))
        .contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE);
  }
}
