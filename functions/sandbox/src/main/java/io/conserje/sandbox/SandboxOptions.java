package io.conserje.sandbox;

import io.conserje.names.LambdaFunction;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a sandbox is started with.
 *
 * @param port of the gateway; 0 for any free one
 * @param voicePort of the host of calls; 0 for any free one
 * @param simulatorPort of the simulated providers and the controls; 0 for any free one
 * @param now an instant with its offset, or {@code real}
 * @param modules the folder that holds {@code <module>/target/<module>.zip}
 * @param functions what is started
 * @param environment values that win over the sandbox's own
 * @param tuning what a test or a benchmark changes
 */
public record SandboxOptions(
    int port,
    int voicePort,
    int simulatorPort,
    String now,
    Path modules,
    List<LambdaFunction> functions,
    Map<String, String> environment,
    Tuning tuning) {

  public static final String PORT = "SANDBOX_PORT";
  public static final String VOICE_PORT = "SANDBOX_VOICE_PORT";
  public static final String SIMULATOR_PORT = "SANDBOX_SIM_PORT";
  public static final String NOW = "SANDBOX_NOW";

  /** As the environment says. */
  public static SandboxOptions of(Map<String, String> environment, Path modules) {
    return new SandboxOptions(
        port(environment, PORT, 8080),
        port(environment, VOICE_PORT, 8081),
        port(environment, SIMULATOR_PORT, 8090),
        environment.getOrDefault(NOW, SandboxClock.DEFAULT_NOW),
        modules,
        LambdaFunction.all(),
        environment,
        Tuning.USUAL);
  }

  /** On any free ports, for tests. */
  public SandboxOptions onFreePorts() {
    return new SandboxOptions(0, 0, 0, now, modules, functions, environment, tuning);
  }

  public SandboxOptions tuned(Tuning other) {
    return new SandboxOptions(
        port, voicePort, simulatorPort, now, modules, functions, environment, other);
  }

  private static int port(Map<String, String> environment, String name, int otherwise) {
    String value = environment.getOrDefault(name, String.valueOf(otherwise));
    try {
      int port = Integer.parseInt(value.strip());
      if (port >= 0 && port < 65536) {
        return port;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new IllegalArgumentException(name + " is '" + value + "', which is no port.");
  }
}
