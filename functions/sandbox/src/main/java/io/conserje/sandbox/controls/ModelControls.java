package io.conserje.sandbox.controls;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.sandbox.models.Scripts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the simulated language models are to answer. */
public final class ModelControls implements ControlGroup {

  private static final String PATH = "/_sim/models";
  private static final Set<String> KNOWN =
      Set.of("text", "calls", "reasoning", "raw", "status", "code", "retryAfter", "delayMs", "cut");
  private static final String EXPECTED =
      "{\"provider\": \"openai|groq\", \"answers\": [{\"text\": \"Buenas.\"}, {\"calls\": [{\"name\":"
          + " \"check_availability\", \"arguments\": {}}]}, {\"status\": 429, \"code\"?:"
          + " \"insufficient_quota\", \"retryAfter\"?: 1}, {\"raw\": \"…\"}]}; with each \"delayMs\"?,"
          + " \"cut\"?: true";

  private final Scripts scripts;

  public ModelControls(Scripts scripts) {
    this.scripts = scripts;
  }

  @Override
  public List<Control> controls() {
    return List.of(
        new Control("POST", PATH, EXPECTED, (body, query) -> add(body)),
        new Control("GET", PATH, "nothing", (body, query) -> left()),
        new Control("DELETE", PATH, "nothing", (body, query) -> clear()));
  }

  private Control.Reply add(JsonNode body) {
    Fields fields = Fields.of(body, "provider", "answers");
    String provider = fields.required("provider");
    if (!Scripts.PROVIDERS.contains(provider)) {
      throw new IllegalArgumentException("provider is '" + provider + "', no simulated model.");
    }
    if (!body.path("answers").isArray() || body.path("answers").isEmpty()) {
      throw new IllegalArgumentException("answers is no list of answers.");
    }
    body.path("answers").forEach(ModelControls::check);
    scripts.add(provider, body.path("answers"));
    return left();
  }

  private static void check(JsonNode answer) {
    Set<String> unknown = new TreeSet<>();
    answer.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(KNOWN);
    if (!answer.isObject() || !unknown.isEmpty()) {
      throw new IllegalArgumentException("An answer has no " + unknown + ".");
    }
  }

  private Control.Reply left() {
    Map<String, List<JsonNode>> left = new TreeMap<>();
    Scripts.PROVIDERS.forEach(provider -> left.put(provider, scripts.left(provider)));
    return Control.Reply.ok(Map.of("waiting", left));
  }

  private Control.Reply clear() {
    scripts.clear();
    return left();
  }
}
