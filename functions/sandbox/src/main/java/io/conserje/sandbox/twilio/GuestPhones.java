package io.conserje.sandbox.twilio;

import io.conserje.sandbox.SandboxSettings;
import io.conserje.sandbox.http.Form;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Guests writing on WhatsApp or by SMS: what they write reaches the house as Twilio would bring it.
 */
public final class GuestPhones {

  static final String OPERATION = "inbound-message";
  private static final String WHATSAPP = "whatsapp:";
  private static final String SOUND = "audio/ogg";
  private static final long LONGEST_HOLD_MILLIS = 3000;

  private final SandboxSettings settings;
  private final InstantSource clock;
  private final TwilioMessages messages;
  private final TwilioWebhooks webhooks;
  private final OptOutList optOuts;
  private final ReceivedMedia media;
  private final Object order = new Object();
  private CompletableFuture<Void> held;

  GuestPhones(
      SandboxSettings settings,
      InstantSource clock,
      TwilioMessages messages,
      TwilioWebhooks webhooks,
      OptOutList optOuts,
      ReceivedMedia media) {
    this.settings = settings;
    this.clock = clock;
    this.messages = messages;
    this.webhooks = webhooks;
    this.optOuts = optOuts;
    this.media = media;
  }

  /**
   * What a guest writes.
   *
   * @param sid null for a new one
   * @param times how often it is delivered, at the same moment
   * @param sms by SMS, and not on WhatsApp
   * @param more fields of Twilio's form beyond those of a text, or in their place
   * @param sound a voice note, Opus in Ogg; null for none
   */
  public record Written(
      String from,
      String to,
      String text,
      String name,
      String sid,
      int times,
      boolean sms,
      Map<String, String> more,
      byte[] sound) {

    public Written(String from, String to, String text, String name, String sid, int times) {
      this(from, to, text, name, sid, times, false, Map.of(), null);
    }

    public Written(
        String from,
        String to,
        String text,
        String name,
        String sid,
        int times,
        boolean sms,
        Map<String, String> more) {
      this(from, to, text, name, sid, times, sms, more, null);
    }

    private String address(String number) {
      return sms ? number : WHATSAPP + number;
    }

    private String path() {
      return sms ? "/sms/webhook" : "/whatsapp/webhook";
    }
  }

  /** What came of it; status 0: no answer. */
  public record Delivered(String messageSid, List<Integer> statuses) {}

  public Delivered write(Written written) {
    String sid = written.sid() == null ? TwilioMessages.newSid() : written.sid();
    messages.add(received(sid, written));
    if (written.sms()) {
      optOuts.hear(written.from(), written.to(), written.text());
    }
    waitToBeOvertaken();
    Form form = form(settings.twilioAccount(), sid, written);
    form = written.sound() == null ? form : spoken(form, sid, written.sound());
    Form whole = form;
    List<CompletableFuture<Integer>> sending =
        IntStream.range(0, written.times())
            .mapToObj(i ->
                CompletableFuture.supplyAsync(
                    () -> send(written, whole), Thread::startVirtualThread))
            .toList();
    List<Integer> statuses = sending.stream().map(CompletableFuture::join).toList();
    letGo();
    return new Delivered(sid, statuses);
  }

  private Form spoken(Form form, String sid, byte[] sound) {
    String url = media.keep(settings.twilioAccount(), sid, SOUND, sound);
    return form.without("MessageType")
        .with("MessageType", "audio")
        .without("NumMedia")
        .with("NumMedia", "1")
        .with("MediaContentType0", SOUND)
        .with("MediaUrl0", url);
  }

  private TwilioMessage received(String sid, Written written) {
    return new TwilioMessage(
        sid,
        settings.twilioAccount(),
        written.address(written.from()),
        written.address(written.to()),
        written.text(),
        "inbound",
        "received",
        null,
        clock.instant(),
        clock.instant());
  }

  private int send(Written written, Form form) {
    return webhooks.send(OPERATION, settings.publicBaseUrl() + written.path(), form).status();
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
    Form form = written.sms() ? sms(written) : whatsapp(written);
    form =
        form.with("SmsMessageSid", sid)
            .with("SmsSid", sid)
            .with("MessageSid", sid)
            .with("AccountSid", account)
            .with("From", written.address(written.from()))
            .with("To", written.address(written.to()))
            .with("Body", written.text())
            .with("NumMedia", "0")
            .with("SmsStatus", "received")
            .with("ApiVersion", "2010-04-01");
    for (Map.Entry<String, String> field : written.more().entrySet()) {
      form = form.without(field.getKey()).with(field.getKey(), field.getValue());
    }
    return form;
  }

  private static Form whatsapp(Written written) {
    return Form.empty()
        .with("ProfileName", written.name())
        .with("MessageType", "text")
        .with("WaId", written.from().replace("+", ""))
        .with("NumSegments", "1")
        .with("ReferralNumMedia", "0");
  }

  /** Where Twilio knows nothing of a place it sends the field empty. */
  private static Form sms(Written written) {
    return Form.empty()
        .with("ToCountry", "ES")
        .with("ToState", "")
        .with("ToCity", "")
        .with("ToZip", "")
        .with("FromCountry", "ES")
        .with("FromState", "")
        .with("FromCity", "")
        .with("FromZip", "")
        .with("NumSegments", "" + SmsSegments.of(written.text()));
  }
}
