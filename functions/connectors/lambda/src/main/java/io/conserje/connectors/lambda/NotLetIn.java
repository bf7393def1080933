package io.conserje.connectors.lambda;

import io.micronaut.http.HttpStatus;

/** A request that is answered with a refusal; nothing of it is kept. */
public final class NotLetIn extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final HttpStatus status;

  /**
   * @param detail for the sender and the log; nothing of the request's own text
   */
  public NotLetIn(HttpStatus status, String detail) {
    super(detail, null, false, false);
    this.status = status;
  }

  public HttpStatus status() {
    return status;
  }
}
