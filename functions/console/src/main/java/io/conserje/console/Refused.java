package io.conserje.console;

import io.conserje.connectors.lambda.Problem;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** A request that cannot be served as it stands; the text says what to do about it. */
final class Refused extends RuntimeException {

  private final HttpStatus status;

  private Refused(HttpStatus status, String detail) {
    super(detail, null, false, false);
    this.status = status;
  }

  static Refused badRequest(String detail) {
    return new Refused(HttpStatus.BAD_REQUEST, detail);
  }

  static Refused tooLarge(String detail) {
    return new Refused(HttpStatus.REQUEST_ENTITY_TOO_LARGE, detail);
  }

  static Refused conflict(String detail) {
    return new Refused(HttpStatus.CONFLICT, detail);
  }

  static Refused unprocessable(String detail) {
    return new Refused(HttpStatus.UNPROCESSABLE_ENTITY, detail);
  }

  static Refused notFound(String detail) {
    return new Refused(HttpStatus.NOT_FOUND, detail);
  }

  @Singleton
  static final class Answer implements ExceptionHandler<Refused, HttpResponse<Problem>> {
    @Override
    @SuppressWarnings("rawtypes") // as the interface has it
    public HttpResponse<Problem> handle(HttpRequest request, Refused refused) {
      return Problem.of(refused.status, refused.getMessage());
    }
  }
}
