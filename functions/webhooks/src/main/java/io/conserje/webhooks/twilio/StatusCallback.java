package io.conserje.webhooks.twilio;

import io.conserje.connectors.lambda.Correlation;
import io.conserje.connectors.lambda.FormFields;
import io.conserje.connectors.lambda.RawRequest;
import io.conserje.connectors.lambda.twilio.KeptFields;
import io.conserje.connectors.sqs.SqsDeliveryReports;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestAttribute;
import io.micronaut.http.annotation.Status;

/** What became of a message we sent. */
@Controller
final class StatusCallback {

  private final TwilioEvents events;
  private final SqsDeliveryReports reports;

  StatusCallback(TwilioEvents events, SqsDeliveryReports reports) {
    this.events = events;
    this.reports = reports;
  }

  @Status(HttpStatus.NO_CONTENT)
  @Post(uri = "/twilio/status", consumes = MediaType.APPLICATION_FORM_URLENCODED)
  void status(HttpRequest<?> request, @RequestAttribute(TwilioFilter.FIELDS) FormFields form) {
    RawRequest raw = RawRequest.of(request);
    FormFields query = KeptFields.of(FormFields.parse(raw.query()));
    reports.put(events.report(form, query, Correlation.of(raw.event())));
  }
}
