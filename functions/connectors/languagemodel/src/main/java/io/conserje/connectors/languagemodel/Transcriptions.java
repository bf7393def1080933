package io.conserje.connectors.languagemodel;

import io.conserje.connectors.languagemodel.Trouble.Failed;
import io.conserje.conversation.ModelFailed;
import io.conserje.conversation.ModelFailed.Why;
import io.conserje.metrics.Metrics;
import io.conserje.metrics.Metrics.Label;
import io.conserje.names.Variable;
import io.conserje.outbound.CircuitKeeper;
import io.conserje.outbound.Circuits;
import io.conserje.voicenote.Sound;
import io.conserje.voicenote.Transcriber;
import io.micronaut.serde.ObjectMapper;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has voice notes written down by whom {@code TRANSCRIPTION_MODELS} names, one after the other
 * until one of them can. One without a key is left out. Settings are read at each use.
 */
public final class Transcriptions implements Transcriber {

  private static final Logger LOG = LoggerFactory.getLogger(Transcriptions.class);
  private static final List<String> USUAL = List.of("groq", "openai");

  /** One that hangs leaves time for the next. */
  private static final Duration LONGEST_TRY = Duration.ofSeconds(7);

  private static final Duration TOO_LITTLE = Duration.ofSeconds(1);

  /** Waiting longer than this for the same one is worse than asking the next. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  private static final Duration SOON = Duration.ofSeconds(3);

  private final Function<String, Optional<String>> settings;
  private final Map<Provider, TranscriptionModel> models = new EnumMap<>(Provider.class);
  private final Metrics metrics;
  private final SparedProviders spared;

  /**
   * @param settings finds a value by its name
   * @param circuits of those who write down, each its own
   */
  public Transcriptions(
      Function<String, Optional<String>> settings,
      ObjectMapper json,
      Metrics metrics,
      InstantSource clock,
      Circuits circuits) {
    this.spared = new SparedProviders("transcription", new CircuitKeeper(circuits, metrics), clock);
    this.settings = settings;
    this.metrics = metrics;
    model(Provider.OPENAI, Variable.OPENAI_TRANSCRIPTION_MODEL, "whisper-1", json, clock);
    model(Provider.GROQ, Variable.GROQ_TRANSCRIPTION_MODEL, "whisper-large-v3-turbo", json, clock);
  }

  private void model(
      Provider provider, String setting, String usual, ObjectMapper json, InstantSource clock) {
    models.put(
        provider,
        new TranscriptionModel(() -> provider.account(settings, setting, usual), json, clock));
  }

  @Override
  public boolean isThere() {
    return !providers().isEmpty();
  }

  @Override
  public Transcript write(Sound sound, Hints hints, Duration within) {
    long end = System.nanoTime() + within.toNanos();
    List<ModelFailed> failures = new ArrayList<>();
    for (Provider provider : providers()) {
      try {
        String words = onceItIsWell(provider, sound, hints, end);
        return words.isEmpty() ? new Transcript.Nothing() : new Transcript.Words(words);
      } catch (ModelFailed failure) {
        LOG.warn(
            "A voice note was not written down by {} ({}: {}); the next one is asked, if any.",
            provider.code(),
            failure.why().code(),
            failure.getMessage());
        failures.add(failure);
      }
    }
    return inVain(failures);
  }

  private List<Provider> providers() {
    return Provider.named(settings, Variable.TRANSCRIPTION_MODELS, USUAL).stream()
        .map(name -> Provider.of(name).orElse(null))
        .filter(Objects::nonNull)
        .filter(provider -> provider.hasKey(settings))
        .toList();
  }

  /** Where no time is left nobody is asked, and nothing is learnt of them. */
  private String onceItIsWell(Provider provider, Sound sound, Hints hints, long end) {
    if (left(end).compareTo(TOO_LITTLE) < 0) {
      throw new ModelFailed(Why.SLOW, "no time is left to ask it");
    }
    return spared.ask(provider, () -> withSecondTry(provider, sound, hints, end));
  }

  private String withSecondTry(Provider provider, Sound sound, Hints hints, long end) {
    try {
      return once(provider, sound, hints, end);
    } catch (Failed first) {
      Duration again = first.again();
      if (again == null
          || again.compareTo(LONGEST_PAUSE) > 0
          || left(end).minus(again).compareTo(LONGEST_TRY) < 0) {
        throw first.failure();
      }
      pause(again);
    }
    try {
      return once(provider, sound, hints, end);
    } catch (Failed second) {
      throw second.failure();
    }
  }

  private String once(Provider provider, Sound sound, Hints hints, long end) {
    long begun = System.nanoTime();
    Duration left = left(end);
    String outcome = "failed";
    try {
      String words =
          models
              .get(provider)
              .write(sound, hints, left.compareTo(LONGEST_TRY) < 0 ? left : LONGEST_TRY);
      outcome = "answered";
      return words;
    } finally {
      metrics.time(
          "transcription",
          Duration.ofNanos(System.nanoTime() - begun),
          Label.of("provider", provider.code()),
          Label.of("outcome", outcome));
    }
  }

  private static Duration left(long end) {
    return Duration.ofNanos(end - System.nanoTime());
  }

  private static void pause(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Whoever may be able to later decides; else a refusal is a word about the sound itself. What
   * only a person can put right is not waited for.
   */
  private static Transcript inVain(List<ModelFailed> failures) {
    Optional<Duration> soonest =
        failures.stream()
            .filter(Transcriptions::passes)
            .map(f -> f.askedToWait() == null ? SOON : f.askedToWait())
            .min(Duration::compareTo);
    if (soonest.isPresent()) {
      return new Transcript.Later(soonest.get());
    }
    boolean refused = failures.stream().anyMatch(f -> f.why() == Why.REFUSED);
    return refused ? new Transcript.Unreadable() : new Transcript.Later(null);
  }

  private static boolean passes(ModelFailed failure) {
    return switch (failure.why()) {
      case DOWN, SLOW, BUSY, BROKEN, EMPTY -> true;
      case QUOTA, MISCONFIGURED, REFUSED, UNFOUNDED -> false;
    };
  }
}
