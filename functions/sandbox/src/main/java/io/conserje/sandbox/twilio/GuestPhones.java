package io.conserje.sandbox.twilio;

import io.conserje.sandbox.SandboxSettings;
import io.conserje.sandbox.http.Form;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Guests writing on WhatsApp: what they write reaches the house as Twilio would bring it. */
public final class GuestPhones {

  static final String OPERATION = "inbound-message";
  private static final String WHATSAPP = "whatsapp:";
  private static final String PATH = "/whatsapp/webhook";
  private static final long LONGEST_HOLD_MILLIS = 3000;

  private final SandboxSettings settings;
  private final InstantSource clock;
  private final TwilioMessages messages;
  private final TwilioWebhooks webhooks;
  private final Object order = new Object();
  private CompletableFuture<Void> held;

  GuestPhones(
      SandboxSettings settings,
      InstantSource clock,
      TwilioMessages messages,
      TwilioWebhooks webhooks) {
    this.settings = settings;
    this.clock = clock;
    this.messages = messages;
    this.webhooks = webhooks;
  }

  /**
   * What a guest writes.
   *
   * @param sid null for a new one
   * @param times how often it is delivered, at the same moment
   */
  public record Written(String from, String to, String text, String name, String sid, int times) {}

  /** What came of it; status 0: no answer. */
  public record Delivered(String messageSid, List<Integer> statuses) {}

  public Delivered write(Written written) {
    String sid = written.sid() == null ? TwilioMessages.newSid() : written.sid();
    messages.add(received(sid, written));
    waitToBeOvertaken();
    Form form = form(settings.twilioAccount(), sid, written);
    List<CompletableFuture<Integer>> sending =
        IntStream.range(0, written.times())
            .mapToObj(
                i -> CompletableFuture.supplyAsync(() -> send(form), Thread::startVirtualThread))
            .toList();
    List<Integer> statuses = sending.stream().map(CompletableFuture::join).toList();
    letGo();
    return new Delivered(sid, statuses);
  }

  private TwilioMessage received(String sid, Written written) {
    return new TwilioMessage(
        sid,
        settings.twilioAccount(),
        WHATSAPP + written.from(),
        WHATSAPP + written.to(),
        written.text(),
        "inbound",
        "received",
        null,
        clock.instant(),
        clock.instant());
  }

  private int send(Form form) {
    return webhooks.send(OPERATION, settings.publicBaseUrl() + PATH, form).status();
  }

  /** With the reorder fault a message is held back until the next one has gone before it. */
  private void waitToBeOvertaken() {
    CompletableFuture<Void> overtaken;
    synchronized (order) {
      if (held != null || !webhooks.reordered(OPERATION)) {
        return;
      }
      overtaken = new CompletableFuture<>();
      held = overtaken;
    }
    overtaken.completeOnTimeout(null, LONGEST_HOLD_MILLIS, TimeUnit.MILLISECONDS).join();
  }

  private void letGo() {
    synchronized (order) {
      if (held != null) {
        held.complete(null);
        held = null;
      }
    }
  }

  static Form form(String account, String sid, Written written) {
    return Form.empty()
        .with("SmsMessageSid", sid)
        .with("NumMedia", "0")
        .with("ProfileName", written.name())
        .with("MessageType", "text")
        .with("SmsSid", sid)
        .with("WaId", written.from().replace("+", ""))
        .with("SmsStatus", "received")
        .with("Body", written.text())
        .with("To", WHATSAPP + written.to())
        .with("NumSegments", "1")
        .with("ReferralNumMedia", "0")
        .with("MessageSid", sid)
        .with("AccountSid", account)
        .with("From", WHATSAPP + written.from())
        .with("ApiVersion", "2010-04-01");
  }
}
