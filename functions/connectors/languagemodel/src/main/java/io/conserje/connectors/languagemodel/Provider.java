package io.conserje.connectors.languagemodel;

import io.conserje.names.Variable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** A provider of models, what its settings are called, and where it usually is. */
enum Provider {
  OPENAI(Variable.OPENAI_API_KEY, Variable.OPENAI_BASE_URL, "https://api.openai.com/v1"),
  GROQ(Variable.GROQ_API_KEY, Variable.GROQ_BASE_URL, "https://api.groq.com/openai/v1");

  private final String key;
  private final String baseUrl;
  private final String usualUrl;

  Provider(String key, String baseUrl, String usualUrl) {
    this.key = key;
    this.baseUrl = baseUrl;
    this.usualUrl = usualUrl;
  }

  /** As settings, metrics and records name it. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Provider> of(String code) {
    return Arrays.stream(values()).filter(p -> p.code().equals(code)).findFirst();
  }

  /** The names in a setting, in their order; without the setting, the usual ones. */
  static List<String> named(
      Function<String, Optional<String>> settings, String setting, List<String> usual) {
    return settings
        .apply(setting)
        .map(list -> Arrays.stream(list.split(",")).map(String::strip).distinct().toList())
        .orElse(usual);
  }

  boolean hasKey(Function<String, Optional<String>> settings) {
    return settings.apply(key).isPresent();
  }

  ModelAccount account(
      Function<String, Optional<String>> settings, String model, String usualModel) {
    return new ModelAccount(
        code(),
        settings.apply(key).orElse(""),
        settings.apply(baseUrl).orElse(usualUrl),
        settings.apply(model).orElse(usualModel));
  }
}
