package io.conserje.console;

import io.conserje.connectors.lambda.Needed;
import io.conserje.connectors.lambda.Settings;
import io.conserje.connectors.postgres.views.SchemaView;
import io.conserje.names.Variable;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the system needs, asked anew each time. */
final class Readiness {

  private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);

  private final Settings settings;
  private final SchemaView schema;
  private final RedisCheck redis;

  Readiness(Settings settings, SchemaView schema, RedisCheck redis) {
    this.settings = settings;
    this.schema = schema;
    this.redis = redis;
  }

  List<Check> checks() {
    return Stream.of(
            Stream.of(postgres(), redis()),
            Needed.in(settings).stream().map(this::setting),
            Stream.of(voiceNotes()))
        .flatMap(checks -> checks)
        .toList();
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
