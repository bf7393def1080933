package io.conserje.webhooks.twilio;

import static io.micronaut.http.HttpStatus.BAD_REQUEST;

import io.conserje.connectors.lambda.FormFields;
import io.conserje.connectors.lambda.NotLetIn;
import io.conserje.inbound.DeliveryReport;
import io.conserje.inbound.InboundMessage;
import io.conserje.venue.Channel;
import java.time.InstantSource;
import java.util.stream.Stream;

/** Twilio's forms in our own words. */
final class TwilioEvents {

  private static final String PROVIDER = "twilio";
  private static final String WHATSAPP = "whatsapp:";

  /**
   * The same id by the names it has had; a number that was set up long ago knows the older ones.
   */
  private static final String[] ID = {"MessageSid", "SmsMessageSid", "SmsSid"};

  private final InstantSource clock;

  TwilioEvents(InstantSource clock) {
    this.clock = clock;
  }

  InboundMessage message(FormFields form, String correlation) {
    String from = needed(form, "From");
    return new InboundMessage(
        PROVIDER,
        needed(form, ID),
        from.startsWith(WHATSAPP) ? Channel.WHATSAPP : Channel.SMS,
        plain(needed(form, "To")),
        plain(from),
        form.text("ProfileName"),
        MessageContent.text(form),
        MessageContent.kind(form),
        MessageContent.media(form),
        clock.instant(),
        correlation,
        null,
        form.has("OriginalRepliedMessageSid") ? form.text("OriginalRepliedMessageSid") : null);
  }

  /**
   * @param query of the callback's address, which carries our own id of the message
   */
  DeliveryReport report(FormFields form, FormFields query, String correlation) {
    return new DeliveryReport(
        PROVIDER,
        needed(form, ID),
        query.has("message") ? query.text("message") : null,
        needed(form, "MessageStatus", "SmsStatus"),
        form.has("ErrorCode") ? form.text("ErrorCode") : null,
        clock.instant(),
        correlation);
  }

  /**
   * @param names of one and the same field, the present one first
   */
  static String needed(FormFields form, String... names) {
    return Stream.of(names)
        .filter(form::has)
        .findFirst()
        .map(form::text)
        .orElseThrow(() -> new NotLetIn(BAD_REQUEST, names[0] + " is missing."));
  }

  private static String plain(String address) {
    return address.startsWith(WHATSAPP) ? address.substring(WHATSAPP.length()) : address;
  }
}
