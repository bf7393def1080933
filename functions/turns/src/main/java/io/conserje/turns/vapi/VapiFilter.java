package io.conserje.turns.vapi;

import io.conserje.connectors.lambda.RawRequest;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Verifies a request before anything reads it. */
@ServerFilter("/vapi/**")
final class VapiFilter {

  /** Where the controller finds the verified bytes. */
  static final String BODY = "vapi-body";

  private final VapiCheck check;

  VapiFilter(VapiCheck check) {
    this.check = check;
  }

  @RequestFilter
  void verify(HttpRequest<?> request) {
    request.setAttribute(BODY, check.body(RawRequest.of(request)));
  }
}
