package io.conserje.testkit.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * One function in a JVM of its own, started from its deployment package as Lambda starts it: AWS's
 * runtime interface client loads the handler, asks a {@link RuntimeApi} for events and brings the
 * answers there.
 */
public final class FunctionProcess implements AutoCloseable {

  private static final int TAIL = 4000;

  private final RuntimeApi api;
  private final Process process;
  private final TemporaryFolder folder;

  private FunctionProcess(RuntimeApi api, Process process, TemporaryFolder folder) {
    this.api = api;
    this.process = process;
    this.folder = folder;
    process.onExit().thenAccept(ended -> api.fail(new FunctionFailed(obituary(ended))));
  }

  public static FunctionProcess start(FunctionStart start, DeploymentPackage unpacked) {
    RuntimeApi api = RuntimeApi.start(start.name());
    TemporaryFolder folder = TemporaryFolder.create("conserje-process-");
    Path task = unpacked.task();
    Path workingFolder = start.workingFolder() == null ? task : start.workingFolder();
    ProcessBuilder builder =
        new ProcessBuilder(start.command(unpacked))
            .directory(workingFolder.toFile())
            .redirectOutput(folder.path().resolve("stdout").toFile())
            .redirectError(folder.path().resolve("stderr").toFile());
    builder.environment().clear();
    builder.environment().putAll(start.variables(api.address(), task));
    try {
      return new FunctionProcess(api, builder.start(), folder);
    } catch (IOException e) {
      api.close();
      folder.close();
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The function's answer; may be called from many threads, the process takes one event at a time.
   *
   * @throws FunctionFailed when it reports an error, is gone or does not answer in time
   */
  public byte[] invoke(byte[] event, Duration timeout) {
    return api.invoke(event, timeout);
  }

  /** See {@link RuntimeApi#awaitCheckpoint}. */
  public void awaitCheckpoint(Duration timeout) {
    api.awaitCheckpoint(timeout);
  }

  /** See {@link RuntimeApi#restore}. */
  public void restore() {
    api.restore();
  }

  /**
   * SIGKILL, and waits until the process is gone. What it was doing is not finished; whoever waits
   * is told.
   */
  public void kill() {
    process.destroyForcibly();
    waitForExit();
  }

  /**
   * SIGTERM, so that the JVM writes what it writes at its end, and waits until the process is gone.
   */
  public void terminate() {
    process.destroy();
    waitForExit();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  public long pid() {
    return process.pid();
  }

  /** The most memory the process has held so far; 0 when it is gone already. */
  public int peakRssMb() {
    try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid()), "status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToInt(line -> Integer.parseInt(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException | UncheckedIOException e) {
      return 0;
    }
  }

  /** Processor time spent so far, over all threads. */
  public Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  public String stdout() {
    return read("stdout");
  }

  public String stderr() {
    return read("stderr");
  }

  @Override
  public void close() {
    kill();
    api.close();
    folder.close();
  }

  private void waitForExit() {
    process.onExit().join();
  }

  private String obituary(Process ended) {
    return "The function's process is gone (status %d).\n%s\n%s"
        .formatted(ended.exitValue(), tail(stdout()), tail(stderr()));
  }

  private String read(String name) {
    try {
      return new String(Files.readAllBytes(folder.path().resolve(name)));
    } catch (IOException e) {
      return "";
    }
  }

  private static String tail(String text) {
    return text.substring(Math.max(0, text.length() - TAIL));
  }
}
