package io.conserje.webhooks.telnyx;

import io.conserje.connectors.lambda.RawRequest;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Verifies a request before anything reads it. */
@ServerFilter("/telnyx/**")
final class TelnyxFilter {

  /** Where the controller finds the verified bytes. */
  static final String BODY = "telnyx-body";

  private final TelnyxCheck check;

  TelnyxFilter(TelnyxCheck check) {
    this.check = check;
  }

  @RequestFilter
  void verify(HttpRequest<?> request) {
    request.setAttribute(BODY, check.body(RawRequest.of(request)));
  }
}
