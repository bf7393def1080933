package io.conserje.sandbox.lambda;

import io.conserje.names.LambdaFunction;
import io.conserje.sandbox.Activity;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Every function, run from its deployment package as Lambda runs it. */
public final class Functions implements AutoCloseable {

  /** How many events a function may work on at once; on Lambda it would be as many as come. */
  private static final Map<String, Integer> INSTANCES =
      Map.of("turns", 4, "twilio-messages", 4, "telnyx-events", 4);

  private static final int INSTANCES_OTHERWISE = 1;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Path modules;
  private final Path work;
  private final Map<String, String> environment;
  private final InstantSource clock;
  private final Activity activity;
  private final Map<String, Function<Map<String, String>, UnaryOperator<String>>> elsewhere;
  private final Map<String, UnaryOperator<String>> remote = new ConcurrentHashMap<>();
  private final Map<String, FunctionPool> pools = new ConcurrentHashMap<>();
  private final Map<String, DeploymentPackage> packages = new ConcurrentHashMap<>();

  /** All of them in this JVM. */
  public Functions(
      Path modules,
      Path work,
      Map<String, String> environment,
      InstantSource clock,
      Activity activity) {
    this(modules, work, environment, clock, activity, Map.of());
  }

  /**
   * @param modules the folder that holds {@code <module>/target/<module>.zip}
   * @param work where the packages are unpacked
   * @param environment live: a changed value is seen at its next use
   * @param elsewhere functions that run in another process
   */
  public Functions(
      Path modules,
      Path work,
      Map<String, String> environment,
      InstantSource clock,
      Activity activity,
      Map<String, Function<Map<String, String>, UnaryOperator<String>>> elsewhere) {
    this.modules = modules;
    this.work = work;
    this.environment = environment;
    this.clock = clock;
    this.activity = activity;
    this.elsewhere = elsewhere;
  }

  /** Starts an instance before the first event comes, as a restored snapshot would stand ready. */
  public void warm(LambdaFunction function) {
    if (elsewhere.containsKey(function.name())) {
      return;
    }
    pools.computeIfAbsent(function.name(), name -> pool(function)).warm();
  }

  /** The answer as JSON, however long the function waits for a free instance. */
  public String invoke(LambdaFunction function, String event) {
    return invoke(function, event, PATIENCE);
  }

  /**
   * The answer as JSON.
   *
   * @param patience how long to wait for a free instance
   */
  public String invoke(LambdaFunction function, String event, Duration patience) {
    try (Activity.Work ignored = activity.begin()) {
      if (elsewhere.containsKey(function.name())) {
        return remote(function).apply(event);
      }
      return pools.computeIfAbsent(function.name(), name -> pool(function)).invoke(event, patience);
    }
  }

  private UnaryOperator<String> remote(LambdaFunction function) {
    return remote.computeIfAbsent(function.name(), name -> elsewhere.get(name).apply(environment));
  }

  private FunctionPool pool(LambdaFunction function) {
    DeploymentPackage unpacked = packages.computeIfAbsent(function.module(), this::unpack);
    URLClassLoader loader = unpacked.loader(function.name());
    return new FunctionPool(
        function,
        INSTANCES.getOrDefault(function.name(), INSTANCES_OTHERWISE),
        () -> FunctionInstance.start(function, loader, environment, clock));
  }

  private DeploymentPackage unpack(String module) {
    Path zip = modules.resolve(module).resolve("target").resolve(module + ".zip");
    return DeploymentPackage.unpack(zip, work.resolve("functions").resolve(module));
  }

  /**
   * The class loaders are left to the garbage collector: threads of the functions' libraries may
   * still be ending.
   */
  @Override
  public void close() {
    pools.values().forEach(FunctionPool::close);
  }
}
