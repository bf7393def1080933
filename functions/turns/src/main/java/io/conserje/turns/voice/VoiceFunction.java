package io.conserje.turns.voice;

import io.conserje.connectors.lambda.FunctionContext;
import io.conserje.connectors.lambda.FunctionEnvironment;
import io.conserje.connectors.lambda.HttpFunction;
import io.conserje.connectors.lambda.SnapshotHook;
import io.conserje.connectors.postgres.PostgresPool;
import io.conserje.connectors.secretsmanager.SecretsManagerSecrets;
import io.conserje.connectors.secretsmanager.SecretsRehearsal;
import io.micronaut.serde.ObjectMapper;
import java.time.InstantSource;
import java.util.Map;

/** The function {@code voice-calls}: what Twilio is to do with a call that comes in. */
public final class VoiceFunction extends HttpFunction {

  /** Kept here because the platform holds it only weakly. */
  private final SnapshotHook snapshot;

  public VoiceFunction() {
    this(FunctionEnvironment.ofProcess());
  }

  public VoiceFunction(Map<String, String> environment, InstantSource clock) {
    this(new FunctionEnvironment(environment, clock));
  }

  private VoiceFunction(FunctionEnvironment environment) {
    super(FunctionContext.start(VoiceFunction.class, environment, PostgresPool.PROPERTIES));
    this.snapshot =
        SnapshotHook.register(
            this::rehearse, getApplicationContext().getBean(SecretsManagerSecrets.class)::forget);
  }

  /** A request without a signature is refused before any secret is read. */
  private void rehearse() {
    getApplicationContext().getBean(VoiceWebhook.class);
    rehearse("POST", "/voice/twilio", "application/x-www-form-urlencoded", "");
    SecretsRehearsal.read(getApplicationContext().getBean(ObjectMapper.class));
  }

  SnapshotHook snapshot() {
    return snapshot;
  }
}
