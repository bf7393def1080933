package io.conserje.turns.voice;

import io.conserje.connectors.lambda.RawRequest;
import io.conserje.connectors.lambda.twilio.TwilioCheck;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Verifies a request before anything reads it. */
@ServerFilter("/voice/**")
final class VoiceFilter {

  /** Where the controller finds the verified fields. */
  static final String FIELDS = "voice-fields";

  private final TwilioCheck check;

  VoiceFilter(TwilioCheck check) {
    this.check = check;
  }

  @RequestFilter
  void verify(HttpRequest<?> request) {
    request.setAttribute(FIELDS, check.fields(RawRequest.of(request)));
  }
}
