package io.conserje.webhooks.twilio;

import io.conserje.connectors.lambda.FormFields;
import io.conserje.connectors.lambda.twilio.TwilioSignature;
import io.conserje.inbound.InboundMessage;
import io.conserje.webhooks.Rehearsal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** A made-up message, taken the way of a real one up to the queue. */
final class TwilioRehearsal {

  private static final String FORM =
      "MessageSid=SM0&From=whatsapp%3A%2B0&To=whatsapp%3A%2B1&Body=ensayo&MessageType=text";

  private TwilioRehearsal() {}

  static Rehearsal.Script script() {
    return new Rehearsal.Script(
        "/whatsapp/webhook", "application/x-www-form-urlencoded", _ -> message());
  }

  private static InboundMessage message() {
    FormFields form = FormFields.parse(FORM);
    new TwilioSignature(List.of("none")).signedForm("https://invalid/whatsapp/webhook", form, "");
    return new TwilioEvents(InstantSource.fixed(Instant.EPOCH)).message(form, "rehearsal");
  }
}
