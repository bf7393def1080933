package io.conserje.sandbox.controls;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.sandbox.SandboxSettings;
import io.conserje.sandbox.SecretsManagerStandIn;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Every value in force, and changing one while everything runs. */
public final class SettingsControls implements ControlGroup {

  private final SandboxSettings settings;
  private final SecretsManagerStandIn secrets;
  private final Supplier<Map<String, String>> own;

  /**
   * @param own the sandbox's own values
   */
  public SettingsControls(
      SandboxSettings settings, SecretsManagerStandIn secrets, Supplier<Map<String, String>> own) {
    this.settings = settings;
    this.secrets = secrets;
    this.own = own;
  }

  @Override
  public List<Control> controls() {
    return List.of(
        new Control(
            "PUT",
            "/_sim/settings",
            "{\"<NAME>\": \"<value>\", ...}; null takes a value away",
            (body, query) -> set(body)),
        new Control(
            "PUT",
            "/_sim/secrets",
            "{\"conserje/sandbox/<provider>\": {\"<NAME>\": \"<value>\"}}; null takes one away",
            (body, query) -> secrets(body)),
        new Control("GET", "/_sim/config", "nothing", (body, query) -> config()));
  }

  private Control.Reply set(JsonNode body) {
    body.properties().forEach(entry -> check(entry.getKey(), entry.getValue()));
    body.properties()
        .forEach(
            e -> settings.set(e.getKey(), e.getValue().isNull() ? null : e.getValue().asText()));
    return config();
  }

  private static void check(String name, JsonNode value) {
    if (!name.matches("[A-Z][A-Z0-9_]*")) {
      throw new IllegalArgumentException(name + " is no name of a setting.");
    }
    if (value.isContainerNode()) {
      throw new IllegalArgumentException(name + " is neither text nor number nor null.");
    }
  }

  private Control.Reply secrets(JsonNode body) {
    body.properties()
        .forEach(
            e -> secrets.put(e.getKey(), e.getValue().isNull() ? null : e.getValue().toString()));
    return Control.Reply.ok(Map.of("secrets", body.size()));
  }

  private Control.Reply config() {
    Map<String, String> values = new TreeMap<>(settings.environment());
    values.putAll(own.get());
    return Control.Reply.ok(values);
  }
}
