package io.conserje.sandbox.twilio;

import io.conserje.sandbox.Activity;
import io.conserje.sandbox.http.Form;
import io.conserje.sandbox.providers.Fault;
import io.conserje.sandbox.providers.Faults;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Brings a message to the guest's phone, and tells the house how far it is. */
final class DeliveryReports {

  static final String OPERATION = "status-callback";

  private static final List<String> STATUSES = List.of("sent", "delivered");
  private static final int OUTSIDE_WINDOW = 63016;
  private static final Duration WINDOW = Duration.ofHours(24);
  private static final long STEP_MILLIS = 60;

  private final TwilioMessages messages;
  private final TwilioWebhooks webhooks;
  private final Faults faults;
  private final InstantSource clock;
  private final Activity activity;

  DeliveryReports(
      TwilioMessages messages,
      TwilioWebhooks webhooks,
      Faults faults,
      InstantSource clock,
      Activity activity) {
    this.messages = messages;
    this.webhooks = webhooks;
    this.faults = faults;
    this.clock = clock;
    this.activity = activity;
  }

  /**
   * The error a message will end with: one that was asked for, or WhatsApp's own for free text more
   * than a day after the guest's last word.
   */
  Optional<Integer> trouble(TwilioMessage message, boolean template) {
    Optional<Integer> asked =
        faults
            .take(TwilioWebhooks.PROVIDER, Fault.DELIVERY, Set.of(Fault.Kind.STATUS))
            .map(Fault::status);
    boolean free = !message.to().startsWith("whatsapp:") || template;
    return asked.isPresent() || free || heard(message) ? asked : Optional.of(OUTSIDE_WINDOW);
  }

  private boolean heard(TwilioMessage message) {
    Instant since = clock.instant().minus(WINDOW);
    return !messages
        .all(m ->
            m.direction().equals("inbound")
                && m.from().equals(message.to())
                && m.to().equals(message.from())
                && m.created().isAfter(since))
        .isEmpty();
  }

  void follow(TwilioMessage message, Optional<Integer> trouble) {
    activity.begin();
    Thread.startVirtualThread(() -> deliver(message, trouble));
  }

  private void deliver(TwilioMessage message, Optional<Integer> trouble) {
    List<String> statuses = trouble.isPresent() ? List.of("sent", "undelivered") : STATUSES;
    try {
      for (String status : statuses) {
        TwilioWebhooks.pause(STEP_MILLIS);
        messages.move(message.sid(), status, clock.instant());
      }
      if (message.statusCallback() != null) {
        webhooks
            .inOrder(statuses)
            .forEach(status ->
                webhooks.send(OPERATION, message.statusCallback(), form(message, status, trouble)));
      }
    } finally {
      activity.end();
    }
  }

  private static Form form(TwilioMessage message, String status, Optional<Integer> trouble) {
    Form form =
        Form.empty()
            .with("SmsSid", message.sid())
            .with("SmsStatus", status)
            .with("MessageStatus", status);
    if (trouble.isPresent() && status.equals("undelivered")) {
      form =
          form.with("ErrorCode", String.valueOf(trouble.get()))
              .with("ErrorMessage", "Not delivered");
    }
    if (message.to().startsWith("whatsapp:")) {
      form =
          form.with("ChannelToAddress", message.to().substring("whatsapp:".length()))
              .with("ChannelPrefix", "whatsapp")
              .with("ChannelInstallSid", "XE00000000000000000000000000000001")
              .with("EventType", status.toUpperCase(java.util.Locale.ROOT));
    }
    return form.with("To", message.to())
        .with("MessageSid", message.sid())
        .with("AccountSid", message.account())
        .with("From", message.from())
        .with("ApiVersion", "2010-04-01");
  }
}
