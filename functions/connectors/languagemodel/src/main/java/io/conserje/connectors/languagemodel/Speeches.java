package io.conserje.connectors.languagemodel;

import io.conserje.connectors.languagemodel.Trouble.Failed;
import io.conserje.conversation.ModelFailed;
import io.conserje.metrics.Metrics;
import io.conserje.names.Variable;
import io.conserje.outbound.CircuitKeeper;
import io.conserje.outbound.Circuits;
import io.conserje.voicenote.Speaker;
import io.micronaut.serde.ObjectMapper;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has replies said by whom {@code SPEECH_MODELS} names, one after the other until one of them can.
 * One without a key is left out. Settings are read at each use.
 */
public final class Speeches implements Speaker {

  private static final Logger LOG = LoggerFactory.getLogger(Speeches.class);

  /** Groq has no voice for Spanish; whoever wants it all the same names it. */
  private static final List<String> USUAL = List.of("openai");

  private static final Duration LONGEST_TRY = Duration.ofSeconds(9);

  /** With less than this nobody is asked, and nobody is blamed. */
  private static final Duration TOO_LITTLE = Duration.ofMillis(500);

  private final Function<String, Optional<String>> settings;
  private final Map<Provider, SpeechModel> models = new EnumMap<>(Provider.class);
  private final SparedProviders spared;

  /**
   * @param settings finds a value by its name
   * @param circuits of those who speak, each its own
   */
  public Speeches(
      Function<String, Optional<String>> settings,
      ObjectMapper json,
      Metrics metrics,
      InstantSource clock,
      Circuits circuits) {
    this.spared = new SparedProviders("speech", new CircuitKeeper(circuits, metrics), clock);
    this.settings = settings;
    models.put(
        Provider.OPENAI,
        new SpeechModel(
            () ->
                Provider.OPENAI.account(settings, Variable.OPENAI_SPEECH_MODEL, "gpt-4o-mini-tts"),
            () -> settings.apply(Variable.OPENAI_SPEECH_VOICE).orElse("coral"),
            json,
            clock));
    models.put(
        Provider.GROQ,
        new SpeechModel(
            () ->
                Provider.GROQ.account(
                    settings, Variable.GROQ_SPEECH_MODEL, "canopylabs/orpheus-v1-english"),
            () -> settings.apply(Variable.GROQ_SPEECH_VOICE).orElse("autumn"),
            json,
            clock));
  }

  @Override
  public boolean isThere() {
    return !providers().isEmpty();
  }

  @Override
  public Optional<byte[]> say(String text, Duration within) {
    long end = System.nanoTime() + within.toNanos();
    for (Provider provider : providers()) {
      Duration left = Duration.ofNanos(end - System.nanoTime());
      if (left.compareTo(TOO_LITTLE) < 0) {
        break;
      }
      try {
        Duration patience = left.compareTo(LONGEST_TRY) < 0 ? left : LONGEST_TRY;
        return Optional.of(spared.ask(provider, () -> said(provider, text, patience)));
      } catch (ModelFailed failure) {
        LOG.warn(
            "A reply was not said by {} ({}: {}).",
            provider.code(),
            failure.why().code(),
            failure.getMessage());
      }
    }
    return Optional.empty();
  }

  private byte[] said(Provider provider, String text, Duration patience) {
    try {
      return models.get(provider).say(text, patience);
    } catch (Failed failed) {
      throw failed.failure();
    }
  }

  private List<Provider> providers() {
    return Provider.named(settings, Variable.SPEECH_MODELS, USUAL).stream()
        .map(name -> Provider.of(name).orElse(null))
        .filter(Objects::nonNull)
        .filter(provider -> provider.hasKey(settings))
        .toList();
  }
}
