package io.conserje.connectors.lambda;

import java.time.InstantSource;
import java.util.Map;

/**
 * What a function is started with.
 *
 * @param variables the environment variables; read at each use, never copied, so that a change
 *     needs no restart
 */
public record FunctionEnvironment(Map<String, String> variables, InstantSource clock) {

  /** As Lambda starts a function. */
  public static FunctionEnvironment ofProcess() {
    return new FunctionEnvironment(System.getenv(), InstantSource.system());
  }
}
