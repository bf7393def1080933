package io.conserje.connectors.languagemodel;

import io.conserje.conversation.LanguageModel;
import io.conserje.names.Variable;
import io.micronaut.serde.ObjectMapper;
import java.time.InstantSource;
import java.util.EnumMap;
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

  /** Which setting names the model, and what counts where it is not set. */
  private record Chat(String setting, String usual) {}

  private static final Map<Provider, Chat> CHATS = new EnumMap<>(Provider.class);

  static {
    CHATS.put(Provider.OPENAI, new Chat(Variable.OPENAI_MODEL, "gpt-4.1-mini"));
    CHATS.put(Provider.GROQ, new Chat(Variable.GROQ_MODEL, "openai/gpt-oss-120b"));
  }

  private final Function<String, Optional<String>> settings;
  private final Map<String, LanguageModel> models = new LinkedHashMap<>();

  /**
   * @param settings finds a value by its name
   */
  public LanguageModels(
      Function<String, Optional<String>> settings, ObjectMapper json, InstantSource clock) {
    this.settings = settings;
    CHATS.forEach((provider, chat) ->
        models.put(
            provider.code(),
            new ChatModel(
                provider.code(),
                () -> provider.account(settings, chat.setting(), chat.usual()),
                json,
                clock)));
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
    return Provider.named(settings, Variable.LANGUAGE_MODELS, List.copyOf(models.keySet()));
  }

  private boolean hasKey(String name) {
    Optional<Provider> provider = Provider.of(name);
    if (provider.isEmpty()) {
      LOG.warn("LANGUAGE_MODELS names {}, which is no model we know; it is left out.", name);
    }
    return provider.filter(p -> p.hasKey(settings)).isPresent();
  }
}
