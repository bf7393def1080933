package io.conserje.webhooks.meta;

import io.conserje.connectors.lambda.RawRequest;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Verifies a notice before anything reads it. */
@ServerFilter("/meta/**")
final class MetaFilter {

  /** Where the controller finds the verified bytes. */
  static final String BODY = "meta-body";

  private final MetaCheck check;

  MetaFilter(MetaCheck check) {
    this.check = check;
  }

  @RequestFilter
  void verify(HttpRequest<?> request) {
    if (request.getMethod() != HttpMethod.GET) {
      request.setAttribute(BODY, check.body(RawRequest.of(request)));
    }
  }
}
