package io.conserje.sandbox.controls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.conserje.sandbox.Json;
import io.conserje.sandbox.vapi.PhoneCalls;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** Guests who call a house that VAPI answers. */
public final class VapiControls implements ControlGroup {

  private static final String EXPECTED =
      "{\"from\"?: \"+34600000101\", \"to\"?: \"+34600000900\", \"endedReason\"?:"
          + " \"customer-ended-call\", \"steps\"?: [{\"user\": \"Hola\"}, {\"tool\":"
          + " \"create_reservation\", \"arguments\": {}, \"id\"?: \"call_1\"}, {\"assistant\": \"…\"},"
          + " {\"transfer\": true}, {\"message\": {\"type\": \"hang\"}}]}; with VAPI_MODEL custom-llm"
          + " {\"user\": \"Quería\", \"cut\": true}, {\"user\": \"Quería una mesa\", \"hears\": \"la mesa\"}";
  private static final Set<String> STEPS =
      Set.of("user", "assistant", "tool", "transfer", "message");

  private final PhoneCalls calls;
  private final InstantSource clock;

  public VapiControls(PhoneCalls calls, InstantSource clock) {
    this.calls = calls;
    this.clock = clock;
  }

  @Override
  public List<Control> controls() {
    return List.of(new Control("POST", "/_sim/vapi/calls", EXPECTED, (body, query) -> play(body)));
  }

  private Control.Reply play(JsonNode body) {
    Fields fields = Fields.of(body, "from", "to", "endedReason", "steps");
    JsonNode steps = body.path("steps");
    if (!steps.isMissingNode() && !steps.isArray()) {
      throw new IllegalArgumentException("steps is no list.");
    }
    steps.forEach(VapiControls::check);
    PhoneCalls.Script script =
        new PhoneCalls.Script(
            fields.text("from", "+34600000101"),
            fields.text("to", "+34600000900"),
            steps.isArray() ? steps : booking(),
            fields.text("endedReason", "customer-ended-call"));
    return Control.Reply.ok(calls.play(script));
  }

  private static void check(JsonNode step) {
    boolean known = STEPS.stream().anyMatch(step::has);
    if (!known || (step.has("message") && !step.path("message").isObject())) {
      throw new IllegalArgumentException("A step is none of " + STEPS + ".");
    }
  }

  /** A table for two tomorrow evening. */
  private ArrayNode booking() {
    String tomorrow =
        clock.instant().atZone(ZoneId.of("Europe/Madrid")).toLocalDate().plusDays(1).toString();
    ArrayNode steps = Json.object().putArray("steps");
    steps.addObject().put("user", "Hola, quería una mesa para dos mañana a las nueve.");
    steps
        .addObject()
        .put("tool", "create_reservation")
        .putObject("arguments")
        .put("date", tomorrow)
        .put("time", "21:00")
        .put("party_size", 2)
        .put("name", "Lucía Ejemplo");
    return steps;
  }
}
