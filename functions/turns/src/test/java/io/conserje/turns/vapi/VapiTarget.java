package io.conserje.turns.vapi;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.conserje.testkit.fuzz.Payload;
import io.conserje.testkit.fuzz.StrictJson;
import io.conserje.testkit.fuzz.Target;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** VAPI's messages; what is news goes the whole way into the database. */
record VapiTarget(Phone phone, List<Payload> samples) implements Target {

  private static final Set<String> NEWS =
      Set.of("status-update", "end-of-call-report", "hang", "user-interrupted", "transfer-update");

  static VapiTarget of(Phone phone) {
    return new VapiTarget(phone, Payload.in(Path.of("../../events/vapi/good")));
  }

  @Override
  public String name() {
    return "vapi";
  }

  @Override
  public RequestStreamHandler function() {
    return phone.function;
  }

  @Override
  public Payload numbered(Payload sample, int number) {
    return sample.with(
        sample
            .text()
            .replaceAll("0199e2a4-5b10-7cc2-9a41-\\d{12}", "call-" + number)
            .replaceAll("call_[A-Za-z0-9]+", "call_" + number));
  }

  @Override
  public Payload signed(Payload payload) {
    return payload.with("x-vapi-secret", "test-vapi-secret");
  }

  /** Whatever is a message of some type, known or not. */
  @Override
  public boolean mustBeTaken(Payload payload) {
    return payload.body().length <= 3_000_000
        && message(payload).get("type") instanceof String type
        && type.matches("[a-z-]{1,60}");
  }

  private static Map<String, Object> message(Payload payload) {
    return StrictJson.at(StrictJson.object(payload.body()).orElse(Map.of()), "message");
  }

  /** Of news in the house that is called. */
  @Override
  public Set<String> tells(Payload payload) {
    Map<String, Object> message = message(payload);
    boolean ours = Phone.HOUSE.equals(StrictJson.at(message, "phoneNumber").get("number"));
    return ours
            && message.get("type") instanceof String type
            && NEWS.contains(type)
            && StrictJson.at(message, "call").get("id") instanceof String call
            && call.matches("call-\\d+")
        ? Set.of(call)
        : Set.of();
  }

  @Override
  public Collection<String> kept() {
    phone.workOff();
    return phone.house.all("SELECT provider_call_id FROM calls");
  }
}
