package io.conserje.conversations;

import java.util.HashMap;
import java.util.Map;

/** What a deployment is told to have a model answer. */
final class Models {

  private Models() {}

  /** Settings for the functions; the built-in model needs none. */
  static Map<String, String> named(String model, Map<String, String> environment) {
    Map<String, String> settings = new HashMap<>();
    switch (model) {
      case "builtin", "" -> {}
      case "openai" -> take(settings, environment, "OPENAI_API_KEY", "OPENAI_BASE_URL");
      case "groq" -> take(settings, environment, "GROQ_API_KEY", "GROQ_BASE_URL");
      default -> throw new IllegalArgumentException("-Dmodel is builtin, openai or groq");
    }
    return settings;
  }

  private static void take(
      Map<String, String> settings, Map<String, String> environment, String key, String base) {
    if (environment.getOrDefault(key, "").isBlank()) {
      throw new IllegalArgumentException(key + " is not set");
    }
    settings.put(key, environment.get(key));
    if (environment.containsKey(base)) {
      settings.put(base, environment.get(base));
    }
  }
}
