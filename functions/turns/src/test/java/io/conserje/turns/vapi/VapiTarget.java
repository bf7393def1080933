package io.conserje.turns.vapi;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.conserje.testkit.fuzz.Payload;
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

  /** Of a message that somebody who writes well can read, in the house that is called. */
  @Override
  public Set<String> tells(Payload payload) {
    try {
      Map<?, ?> message = (Map<?, ?>) Payload.map(payload.text()).get("message");
      Map<?, ?> number = (Map<?, ?>) message.get("phoneNumber");
      String call = ((Map<?, ?>) message.get("call")).get("id").toString();
      boolean ours = Phone.HOUSE.equals(number.get("number"));
      return ours && NEWS.contains(message.get("type")) && call.matches("call-\\d+")
          ? Set.of(call)
          : Set.of();
    } catch (RuntimeException notSoWritten) {
      return Set.of();
    }
  }

  @Override
  public Collection<String> kept() {
    phone.workOff();
    return phone.house.all("SELECT provider_call_id FROM calls");
  }
}
