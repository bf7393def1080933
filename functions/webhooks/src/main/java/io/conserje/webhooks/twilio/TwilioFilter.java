package io.conserje.webhooks.twilio;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.servlet.http.ServletHttpRequest;

/** Verifies a request before anything reads it. */
@ServerFilter({"/whatsapp/**", "/sms/**", "/twilio/**"})
final class TwilioFilter {

  /** Where a controller finds the verified fields. */
  static final String FIELDS = "twilio-fields";

  private final TwilioCheck check;

  TwilioFilter(TwilioCheck check) {
    this.check = check;
  }

  @RequestFilter
  void verify(HttpRequest<?> request) {
    request.setAttribute(FIELDS, check.fields(raw(request)));
  }

  static RawRequest raw(HttpRequest<?> request) {
    Object event = ((ServletHttpRequest<?, ?>) request).getNativeRequest();
    return new RawRequest((APIGatewayV2HTTPEvent) event);
  }
}
