package io.conserje.webhooks.twilio;

import io.conserje.connectors.lambda.Correlation;
import io.conserje.connectors.lambda.FormFields;
import io.conserje.connectors.lambda.RawRequest;
import io.conserje.connectors.sqs.SqsInbound;
import io.conserje.inbound.InboundMessage;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestAttribute;

/** A guest's message, by WhatsApp or SMS: on the queue before Twilio is told that it is ours. */
@Controller
final class MessageWebhook {

  /** Nothing to say now; the answer goes out by Twilio's API. */
  private static final String NO_ANSWER_YET = "<Response/>";

  private final TwilioEvents events;
  private final SqsInbound inbound;

  MessageWebhook(TwilioEvents events, SqsInbound inbound) {
    this.events = events;
    this.inbound = inbound;
  }

  @Post(
      uris = {"/whatsapp/webhook", "/sms/webhook"},
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_XML)
  String message(HttpRequest<?> request, @RequestAttribute(TwilioFilter.FIELDS) FormFields form) {
    InboundMessage message = events.message(form, Correlation.of(RawRequest.of(request).event()));
    inbound.put(message);
    return NO_ANSWER_YET;
  }
}
