package io.conserje.webhooks;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.conserje.names.Queue;
import io.conserje.testkit.fuzz.Payload;
import io.conserje.testkit.fuzz.Target;
import io.conserje.testkit.fuzz.TwilioForm;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Twilio's messages, what became of ours, and its news of calls. */
record TwilioTarget(WebhookUnderTest webhook, List<Payload> samples) implements Target {

  static TwilioTarget of(WebhookUnderTest webhook) {
    return new TwilioTarget(webhook, Payload.in(Path.of("../../events/twilio/good")));
  }

  @Override
  public String name() {
    return "twilio-messages";
  }

  @Override
  public RequestStreamHandler function() {
    return webhook.function();
  }

  @Override
  public Payload numbered(Payload sample, int number) {
    return sample.everywhere(
        text -> text.replaceAll("\\b(SM|MM|CA|RE)[0-9a-f]{32}", "$1" + "%032d".formatted(number)));
  }

  @Override
  public Payload signed(Payload payload) {
    return TwilioForm.sign(payload, WebhookUnderTest.TWILIO_TOKEN);
  }

  @Override
  public boolean mustBeTaken(Payload payload) {
    TwilioForm form = TwilioForm.read(payload.text());
    return TwilioForm.comes(payload)
        && WebhookUnderTest.TWILIO_ACCOUNT.equals(form.all().get("AccountSid"))
        && switch (payload.path()) {
          case "/twilio/status" -> form.says("MessageSid", "MessageStatus");
          case "/voice/twilio/status" -> form.says("CallSid", says(form));
          default -> form.says("MessageSid", "From", "To");
        };
  }

  /** Where that form of news of a call says what has happened. */
  private static String says(TwilioForm form) {
    return !form.text("RecordingSid").isBlank()
        ? "RecordingStatus"
        : !form.text("StreamEvent").isBlank() || !form.text("StreamSid").isBlank()
            ? "StreamEvent"
            : form.says("AnsweredBy", "MachineDetectionDuration") ? "AnsweredBy" : "CallStatus";
  }

  @Override
  public Set<String> tells(Payload payload) {
    TwilioForm form = TwilioForm.read(payload.text());
    return switch (payload.path()) {
      case "/twilio/status" -> form.told("MessageSid", "MessageStatus");
      case "/voice/twilio/status" -> form.told("CallSid");
      default -> form.told("MessageSid");
    };
  }

  @Override
  public Collection<String> kept() {
    return Stream.of(
            all(Queue.INBOUND).map(message -> "" + message.get("eventId")),
            all(Queue.DELIVERY_STATUSES)
                .map(report -> report.get("providerMessageId") + " " + report.get("status")),
            all(Queue.CALL_EVENTS)
                .map(event -> "" + ((Map<?, ?>) event.get("place")).get("callId")))
        .flatMap(keys -> keys)
        .toList();
  }

  private Stream<Map<String, Object>> all(Queue queue) {
    return webhook.drain(queue).stream().map(Payload::map);
  }
}
