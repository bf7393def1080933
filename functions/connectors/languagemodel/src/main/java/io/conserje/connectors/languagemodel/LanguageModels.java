package io.conserje.connectors.languagemodel;

import io.conserje.conversation.LanguageModel;
import io.conserje.names.Variable;
import io.micronaut.serde.ObjectMapper;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The models over the network that are to be asked, in the order of {@code LANGUAGE_MODELS}. One
 * without a key is left out. Settings are read at each use.
 */
public final class LanguageModels implements Supplier<List<LanguageModel>> {

  private static final Logger LOG = LoggerFactory.getLogger(LanguageModels.class);
  private static final String BUILT_IN = "built-in";

  /** What a provider's settings are called, and what counts where they are not set. */
  private record Provider(
      String key, String baseUrl, String model, String usualUrl, String usual) {}

  private static final Map<String, Provider> PROVIDERS = new LinkedHashMap<>();

  static {
    PROVIDERS.put(
        "openai",
        new Provider(
            Variable.OPENAI_API_KEY,
            Variable.OPENAI_BASE_URL,
            Variable.OPENAI_MODEL,
            "https://api.openai.com/v1",
            "gpt-4.1-mini"));
    PROVIDERS.put(
        "groq",
        new Provider(
            Variable.GROQ_API_KEY,
            Variable.GROQ_BASE_URL,
            Variable.GROQ_MODEL,
            "https://api.groq.com/openai/v1",
            "openai/gpt-oss-120b"));
  }

  private final Function<String, Optional<String>> settings;
  private final Map<String, LanguageModel> models = new LinkedHashMap<>();

  /**
   * @param settings finds a value by its name
   */
  public LanguageModels(
      Function<String, Optional<String>> settings, ObjectMapper json, InstantSource clock) {
    this.settings = settings;
    PROVIDERS.forEach((name, provider) ->
        models.put(name, new ChatModel(name, () -> account(name, provider), json, clock)));
  }

  /** What stands after the built-in model is never reached. */
  @Override
  public List<LanguageModel> get() {
    return names().stream()
        .takeWhile(name -> !name.equals(BUILT_IN))
        .filter(this::hasKey)
        .map(models::get)
        .filter(Objects::nonNull)
        .toList();
  }

  private List<String> names() {
    return settings
        .apply(Variable.LANGUAGE_MODELS)
        .map(list -> Arrays.stream(list.split(",")).map(String::strip).distinct().toList())
        .orElseGet(() -> List.copyOf(PROVIDERS.keySet()));
  }

  private boolean hasKey(String name) {
    Provider provider = PROVIDERS.get(name);
    if (provider == null) {
      LOG.warn("LANGUAGE_MODELS names {}, which is no model we know; it is left out.", name);
      return false;
    }
    return settings.apply(provider.key()).isPresent();
  }

  private ModelAccount account(String name, Provider provider) {
    return new ModelAccount(
        name,
        settings.apply(provider.key()).orElse(""),
        settings.apply(provider.baseUrl()).orElse(provider.usualUrl()),
        settings.apply(provider.model()).orElse(provider.usual()));
  }
}
