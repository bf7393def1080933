package io.conserje.turns.vapi;

import io.conserje.connectors.lambda.FunctionContext;
import io.conserje.connectors.lambda.FunctionEnvironment;
import io.conserje.connectors.lambda.HttpFunction;
import io.conserje.connectors.lambda.SnapshotHook;
import io.conserje.connectors.lambda.logs.LogLevel;
import io.conserje.connectors.postgres.PostgresPool;
import io.conserje.connectors.secretsmanager.SecretsManagerSecrets;
import io.conserje.connectors.secretsmanager.SecretsRehearsal;
import io.micronaut.serde.ObjectMapper;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** The function named {@code vapi}: calls that VAPI carries. */
public final class VapiFunction extends HttpFunction {

  /** So often that the compilers have looked at what is needed for each request. */
  private static final int REQUESTS = 6_000;

  /** Kept here because the platform holds it only weakly. */
  private final SnapshotHook snapshot;

  public VapiFunction() {
    this(FunctionEnvironment.ofProcess());
  }

  public VapiFunction(Map<String, String> environment, InstantSource clock) {
    this(new FunctionEnvironment(environment, clock));
  }

  private VapiFunction(FunctionEnvironment environment) {
    super(FunctionContext.start(VapiFunction.class, environment, properties()));
    this.snapshot =
        SnapshotHook.register(
            () -> LogLevel.quietly(this::rehearse),
            getApplicationContext().getBean(SecretsManagerSecrets.class)::forget);
  }

  /** A request without a body is refused before any secret is read. */
  private void rehearse() {
    getApplicationContext().getBean(VapiWebhook.class);
    for (int time = 0; time < REQUESTS; time++) {
      rehearse("POST", "/vapi/webhook", "application/json", "");
    }
    SecretsRehearsal.read(getApplicationContext().getBean(ObjectMapper.class));
  }

  SnapshotHook snapshot() {
    return snapshot;
  }

  /** Nothing is left out of an answer for being empty. */
  private static Map<String, Object> properties() {
    Map<String, Object> properties = new HashMap<>(PostgresPool.PROPERTIES);
    properties.put("micronaut.serde.serialization.inclusion", "ALWAYS");
    return properties;
  }
}
