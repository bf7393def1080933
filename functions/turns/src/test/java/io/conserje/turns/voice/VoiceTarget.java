package io.conserje.turns.voice;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.conserje.testkit.fuzz.Payload;
import io.conserje.testkit.fuzz.Target;
import io.conserje.testkit.fuzz.TwilioForm;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Twilio's questions about calls, and the messages that guests leave. */
record VoiceTarget(Line line, List<Payload> samples) implements Target {

  private static final String HOUSE = "+34600000900";

  static VoiceTarget of(Line line) {
    return new VoiceTarget(line, Payload.in(Path.of("../../events/voice-calls/good")));
  }

  @Override
  public String name() {
    return "voice-calls";
  }

  @Override
  public RequestStreamHandler function() {
    return line.function;
  }

  @Override
  public Payload numbered(Payload sample, int number) {
    return sample.with(
        sample.text().replaceAll("\\b(CA|RE)[0-9a-f]{32}", "$1" + "%032d".formatted(number)));
  }

  @Override
  public Payload signed(Payload payload) {
    return TwilioForm.sign(payload, Line.TOKEN);
  }

  @Override
  public boolean mustBeTaken(Payload payload) {
    TwilioForm form = TwilioForm.read(payload.text());
    return TwilioForm.comes(payload)
        && "AC00000000000000000000000000000001".equals(form.all().get("AccountSid"))
        && form.says("CallSid");
  }

  /** Of a call to the house its id, of a message left there the recording. */
  @Override
  public Set<String> tells(Payload payload) {
    TwilioForm form = TwilioForm.read(payload.text());
    if (!form.text("To").equals(HOUSE)) {
      return Set.of();
    }
    return switch (payload.path()) {
      case "/voice/twilio" -> form.told("CallSid");
      case "/voice/twilio/message" ->
          form.told("RecordingUrl").stream().map("message:"::concat).collect(Collectors.toSet());
      default -> Set.of();
    };
  }

  @Override
  public Collection<String> kept() {
    return line.house.all(
        "SELECT provider_call_id FROM calls"
            + " UNION ALL SELECT result ->> 'callId' FROM tool_results");
  }
}
