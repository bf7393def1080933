package io.conserje.webhooks.twilio;

import io.conserje.connectors.lambda.RawRequest;
import io.conserje.connectors.lambda.twilio.TwilioCheck;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Verifies a request before anything reads it. */
@ServerFilter({"/whatsapp/**", "/sms/**", "/twilio/**", "/voice/**"})
final class TwilioFilter {

  /** Where a controller finds the verified fields. */
  static final String FIELDS = "twilio-fields";

  private final TwilioCheck check;

  TwilioFilter(TwilioCheck check) {
    this.check = check;
  }

  @RequestFilter
  void verify(HttpRequest<?> request) {
    request.setAttribute(FIELDS, check.fields(RawRequest.of(request)));
  }
}
