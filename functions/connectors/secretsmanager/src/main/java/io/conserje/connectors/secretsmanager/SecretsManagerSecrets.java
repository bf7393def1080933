package io.conserje.connectors.secretsmanager;

import io.conserje.connectors.lambda.Secrets;
import io.conserje.names.Variable;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/**
 * One secret for each provider, {@code {SECRETS_PREFIX}/{provider}}, a JSON object keyed by the
 * environment names. Read at the first use and kept for five minutes; while it cannot be read
 * again, what was known last is used.
 */
public final class SecretsManagerSecrets implements Secrets {

  private static final Logger LOG = LoggerFactory.getLogger(SecretsManagerSecrets.class);
  private static final Duration KEPT = Duration.ofMinutes(5);

  /**
   * How long after a failure the next attempt waits, so that an outage costs no request its
   * time-out.
   */
  private static final Duration PAUSE = Duration.ofSeconds(30);

  /** What a first deployment puts where a person has to put a value. */
  private static final Set<String> PLACEHOLDERS = Set.of("dummy", "change_me");

  private final Map<String, String> environment;
  private final InstantSource clock;
  private final Supplier<SecretsManagerClient> client;
  private final JsonMapper json;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  /**
   * @param client asked for the first time when the first secret is
   */
  public SecretsManagerSecrets(
      Map<String, String> environment,
      InstantSource clock,
      Supplier<SecretsManagerClient> client,
      JsonMapper json) {
    this.environment = environment;
    this.clock = clock;
    this.client = client;
    this.json = json;
  }

  @Override
  public Map<String, String> of(String provider) {
    String prefix = environment.getOrDefault(Variable.SECRETS_PREFIX, "");
    if (prefix.isBlank()) {
      return Map.of();
    }
    Known found = known.compute(prefix + "/" + provider, this::upToDate);
    return found == null ? Map.of() : found.values();
  }

  /** After a restore: what was known when the snapshot was made may be old. */
  public void forget() {
    known.clear();
  }

  private Known upToDate(String name, Known before) {
    Instant now = clock.instant();
    if (before != null && now.isBefore(before.until())) {
      return before;
    }
    try {
      return new Known(read(name), now.plus(KEPT));
    } catch (SdkException | IOException failed) {
      return afterFailure(name, before, now, failed);
    }
  }

  private Map<String, String> read(String name) throws IOException {
    try {
      String text = client.get().getSecretValue(r -> r.secretId(name)).secretString();
      return text == null ? Map.of() : present(json.readValue(text, Map.class));
    } catch (ResourceNotFoundException none) {
      return Map.of();
    }
  }

  /** Without anything known there is nothing to lose by trying at the very next use. */
  private static Known afterFailure(String name, Known before, Instant now, Exception failed) {
    LOG.atWarn()
        .addKeyValue("secret", name)
        .addKeyValue("reason", failed.getClass().getSimpleName())
        .log(
            before == null
                ? "Secret not read. Tried again at its next use."
                : "Secret not read. What was known last is used; tried again in 30 s.");
    return before == null ? null : new Known(before.values(), now.plus(PAUSE));
  }

  private static Map<String, String> present(Map<?, ?> values) {
    return values.entrySet().stream()
        .filter(e -> isValue(e.getValue()))
        .collect(Collectors.toMap(e -> e.getKey().toString(), e -> e.getValue().toString()));
  }

  private static boolean isValue(Object value) {
    return value != null
        && !value.toString().isBlank()
        && !PLACEHOLDERS.contains(value.toString().strip().toLowerCase(Locale.ROOT));
  }

  private record Known(Map<String, String> values, Instant until) {}
}
