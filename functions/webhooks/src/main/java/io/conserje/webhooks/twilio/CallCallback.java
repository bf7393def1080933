package io.conserje.webhooks.twilio;

import io.conserje.connectors.lambda.Correlation;
import io.conserje.connectors.lambda.FormFields;
import io.conserje.connectors.lambda.RawRequest;
import io.conserje.connectors.lambda.twilio.KeptFields;
import io.conserje.connectors.sqs.SqsCallEvents;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestAttribute;
import io.micronaut.http.annotation.Status;

/**
 * How far a call is, its recording, its stream, and who has answered it. A call we make has our own
 * id.
 */
@Controller
final class CallCallback {

  private final TwilioCalls calls;
  private final SqsCallEvents events;

  CallCallback(TwilioCalls calls, SqsCallEvents events) {
    this.calls = calls;
    this.events = events;
  }

  @Status(HttpStatus.NO_CONTENT)
  @Post(uri = "/voice/twilio/status", consumes = MediaType.APPLICATION_FORM_URLENCODED)
  void status(HttpRequest<?> request, @RequestAttribute(TwilioFilter.FIELDS) FormFields form) {
    RawRequest raw = RawRequest.of(request);
    FormFields query = KeptFields.of(FormFields.parse(raw.query()));
    String correlation = Correlation.of(raw.event());
    events.put(calls.event(form, query.text("call"), query.text("stream"), correlation));
  }
}
