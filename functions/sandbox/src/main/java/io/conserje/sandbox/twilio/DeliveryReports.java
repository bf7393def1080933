package io.conserje.sandbox.twilio;

import io.conserje.sandbox.Activity;
import io.conserje.sandbox.http.Form;
import java.time.InstantSource;
import java.util.List;

/** Brings a message to the guest's phone, and tells the house how far it is. */
final class DeliveryReports {

  static final String OPERATION = "status-callback";
  private static final List<String> STATUSES = List.of("sent", "delivered");
  private static final long STEP_MILLIS = 60;

  private final TwilioMessages messages;
  private final TwilioWebhooks webhooks;
  private final InstantSource clock;
  private final Activity activity;

  DeliveryReports(
      TwilioMessages messages, TwilioWebhooks webhooks, InstantSource clock, Activity activity) {
    this.messages = messages;
    this.webhooks = webhooks;
    this.clock = clock;
    this.activity = activity;
  }

  void follow(TwilioMessage message) {
    activity.begin();
    Thread.startVirtualThread(() -> deliver(message));
  }

  private void deliver(TwilioMessage message) {
    try {
      for (String status : STATUSES) {
        TwilioWebhooks.pause(STEP_MILLIS);
        messages.move(message.sid(), status, clock.instant());
      }
      if (message.statusCallback() != null) {
        webhooks
            .inOrder(STATUSES)
            .forEach(status ->
                webhooks.send(OPERATION, message.statusCallback(), form(message, status)));
      }
    } finally {
      activity.end();
    }
  }

  private static Form form(TwilioMessage message, String status) {
    Form form =
        Form.empty()
            .with("SmsSid", message.sid())
            .with("SmsStatus", status)
            .with("MessageStatus", status);
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
