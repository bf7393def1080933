package io.conserje.console;

import io.conserje.connectors.lambda.Needed;
import io.conserje.connectors.lambda.Settings;
import io.conserje.connectors.postgres.PostgresCircuits;
import io.conserje.connectors.postgres.views.SchemaView;
import io.conserje.names.Variable;
import io.conserje.outbound.Circuit;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the system needs, asked anew each time. */
final class Readiness {

  private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);

  private static final Set<String> VAPI_AUTH = Set.of("secret", "bearer", "hmac");

  private final Settings settings;
  private final SchemaView schema;
  private final RedisCheck redis;
  private final PostgresCircuits circuits;

  Readiness(Settings settings, SchemaView schema, RedisCheck redis, PostgresCircuits circuits) {
    this.circuits = circuits;
    this.settings = settings;
    this.schema = schema;
    this.redis = redis;
  }

  List<Check> checks() {
    Check postgres = postgres();
    Stream<Check> providers = postgres.ok() ? providers() : Stream.empty();
    return Stream.of(
            Stream.of(postgres, redis()),
            providers,
            Needed.in(settings).stream().map(this::setting),
            vapiAuth(),
            Stream.of(voiceNotes()))
        .flatMap(checks -> checks)
        .toList();
  }

  /** Those that were ever in trouble; the others have given no reason to be named. */
  private Stream<Check> providers() {
    return circuits.all().entrySet().stream()
        .map(entry -> provider(entry.getKey(), entry.getValue()));
  }

  private static Check provider(String name, Circuit circuit) {
    if (name.startsWith("transcription-") || name.startsWith("speech-")) {
      return voice(name, circuit);
    }
    return circuit.isClosed()
        ? new Check(name, true, "Takes messages.")
        : new Check(
            name,
            false,
            "Takes no messages since %s (%s); they wait, and one tries again at %s."
                .formatted(circuit.since(), circuit.errorCode(), circuit.openUntil()));
  }

  /** Guests are asked to write meanwhile, and answered in writing: the house is ready. */
  private static Check voice(String name, Circuit circuit) {
    return new Check(
        name,
        true,
        circuit.isClosed()
            ? "Answers."
            : "Left alone since %s (%s); one tries again at %s."
                .formatted(circuit.since(), circuit.errorCode(), circuit.openUntil()));
  }

  private Check postgres() {
    try {
      int version = schema.version();
      return version >= SchemaView.LATEST
          ? new Check("postgres", true, "At version " + version + ".")
          : new Check(
              "postgres",
              false,
              "At version " + version + "; run migrate to bring it to " + SchemaView.LATEST + ".");
    } catch (RuntimeException e) {
      LOG.warn("Postgres was not reached.", e);
      return new Check("postgres", false, "Not reached; the log says why.");
    }
  }

  private Check redis() {
    try {
      redis.ping();
      return new Check("redis", true, "Answers.");
    } catch (Exception e) {
      LOG.warn("Redis was not reached.", e);
      return new Check("redis", false, "Not reached; the log says why.");
    }
  }

  /** A value it cannot have lets nobody in at VAPI's webhook. */
  private Stream<Check> vapiAuth() {
    boolean wrong =
        settings.find(Variable.VAPI_SERVER_SECRET).isPresent()
            && settings.find(Variable.VAPI_SERVER_AUTH).filter(VAPI_AUTH::contains).isEmpty()
            && settings.find(Variable.VAPI_SERVER_AUTH).isPresent();
    return wrong
        ? Stream.of(
            new Check(
                Variable.VAPI_SERVER_AUTH,
                false,
                "None of secret, bearer and hmac: VAPI is refused until it is one of them."))
        : Stream.empty();
  }

  /** Nothing is wrong without: guests are asked to write. */
  private Check voiceNotes() {
    boolean heard =
        Stream.of(Variable.GROQ_API_KEY, Variable.OPENAI_API_KEY)
            .anyMatch(name -> settings.find(name).isPresent());
    return new Check(
        "voice_notes",
        true,
        heard
            ? "Written down by whom TRANSCRIPTION_MODELS names."
            : "Neither GROQ_API_KEY nor OPENAI_API_KEY is set: guests are asked to write.");
  }

  private Check setting(String name) {
    String value = settings.find(name).orElse("");
    if (value.isBlank()) {
      return new Check(name, false, "Not set.");
    }
    boolean production = Placeholder.forbidsSamples(settings.find(Variable.ENVIRONMENT).orElse(""));
    return Placeholder.is(value, production)
        ? new Check(name, false, "Set to a placeholder; put the real value in.")
        : new Check(name, true, "Set.");
  }
}
