package io.conserje.testkit.lambda;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a function's process is started.
 *
 * @param name the function's name
 * @param handler the handler class
 * @param environment the function's own variables; it sees none of ours
 * @param jvmFlags as {@link #ON_DEMAND}, {@link #SNAP_START} or others
 * @param classPath what stands before the runtime's own jars; empty on the managed runtime
 * @param workingFolder the runtime looks for classes and {@code lib/*.jar} here; null: where the
 *     package is unpacked
 */
public record FunctionStart(
    String name,
    String handler,
    int memoryMb,
    Map<String, String> environment,
    List<String> jvmFlags,
    List<Path> classPath,
    Path workingFolder) {

  /**
   * The managed java25 runtime without SnapStart: one compiler, one collecting thread; -Xshare:auto
   * is the default.
   */
  public static final List<String> ON_DEMAND =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  /** With SnapStart both compilers are on, so that priming is worth more. */
  public static final List<String> SNAP_START = List.of("-XX:+UseSerialGC");

  public static FunctionStart onDemand(
      String name, String handler, int memoryMb, Map<String, String> environment) {
    return new FunctionStart(name, handler, memoryMb, environment, ON_DEMAND, List.of(), null);
  }

  /** Runs the hooks before a checkpoint, waits there, and goes on when restored. */
  public FunctionStart snapStart() {
    return with(SNAP_START).and("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
  }

  public FunctionStart with(List<String> flags) {
    return new FunctionStart(name, handler, memoryMb, environment, flags, classPath, workingFolder);
  }

  public FunctionStart plus(String... flags) {
    List<String> all = new ArrayList<>(jvmFlags);
    all.addAll(List.of(flags));
    return with(all);
  }

  public FunctionStart and(String variable, String value) {
    Map<String, String> all = new LinkedHashMap<>(environment);
    all.put(variable, value);
    return new FunctionStart(name, handler, memoryMb, all, jvmFlags, classPath, workingFolder);
  }

  /**
   * With everything on the class path, as in a container image; the managed runtime's own loader
   * finds nothing.
   */
  public FunctionStart inImage(List<Path> jars, Path emptyFolder) {
    return new FunctionStart(name, handler, memoryMb, environment, jvmFlags, jars, emptyFolder);
  }

  List<String> command(DeploymentPackage unpacked) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmFlags);
    command.add("-XX:MaxRAM=" + memoryMb + "m");
    command.add("-XX:MaxRAMPercentage=85");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-D" + RuntimeClient.NATIVE_LIBRARY + "=" + unpacked.nativeLibrary());
    command.add("-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac");
    command.addAll(List.of("-cp", wholeClassPath(), RuntimeClient.MAIN_CLASS, handler));
    return command;
  }

  Map<String, String> variables(String runtimeApi, Path task) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
    all.put("_HANDLER", handler);
    all.put("LAMBDA_TASK_ROOT", task.toString());
    all.put("AWS_EXECUTION_ENV", "AWS_Lambda_java25");
    all.put("AWS_LAMBDA_FUNCTION_NAME", name);
    all.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
    all.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(memoryMb));
    all.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
    all.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + name);
    all.put("AWS_LAMBDA_LOG_STREAM_NAME", "local");
    all.put("AWS_REGION", "eu-west-1");
    all.put("LANG", "en_US.UTF-8");
    all.put("TZ", ":UTC");
    all.put("PATH", System.getenv("PATH"));
    all.putAll(environment);
    return all;
  }

  private String wholeClassPath() {
    List<Path> all = new ArrayList<>(classPath);
    all.addAll(RuntimeClient.jars());
    return all.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
