package io.conserje.console;

import io.conserje.connectors.lambda.FunctionContext;
import io.conserje.connectors.lambda.FunctionEnvironment;
import io.conserje.connectors.lambda.HttpFunction;
import io.conserje.connectors.lambda.SnapshotHook;
import io.conserje.connectors.postgres.PostgresPool;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** The function named {@code console}: what operators and their programs see. */
public final class Console extends HttpFunction {

  /** Kept here because the platform holds it only weakly. */
  private final SnapshotHook snapshot;

  public Console() {
    this(FunctionEnvironment.ofProcess());
  }

  public Console(Map<String, String> environment, InstantSource clock) {
    this(new FunctionEnvironment(environment, clock));
  }

  private Console(FunctionEnvironment environment) {
    super(FunctionContext.start(Console.class, environment, properties()));
    this.snapshot = getApplicationContext().getBean(Rehearsal.class).hook(this);
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
