package io.conserje.testkit.coldstart;

import io.conserje.testkit.lambda.FunctionProcess;
import io.conserje.testkit.lambda.FunctionStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Starts a function once and takes the time to its first answer. */
final class Stopwatch {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final World world;
  private int runs;

  Stopwatch(World world) {
    this.world = world;
  }

  /** The surroundings and credentials a function of this kind is started with. */
  FunctionStart start(Subject subject, Packaging packaging, Surroundings surroundings) {
    String database = subject.scenario().database(world);
    Map<String, String> environment =
        new HashMap<>(surroundings.environment(subject.function(), database));
    environment.putAll(surroundings.credentials(packaging));
    FunctionStart start = subject.start(environment);
    return (packaging == Packaging.PRIMED ? start.snapStart() : start)
        .plus(surroundings.jvmFlags().toArray(String[]::new));
  }

  void measure(
      Subject subject, Packaging packaging, FunctionStart start, boolean tls, Samples into) {
    First first = subject.scenario().first(world, ++runs);
    if (packaging == Packaging.PRIMED) {
      fromRestore(subject, start, first, tls, into);
    } else {
      fromNothing(subject, start, first, tls, into);
    }
  }

  /** In a run of its own, since writing the log costs time. */
  long classes(Subject subject, Packaging packaging, FunctionStart start, Path log) {
    FunctionStart logging = start.plus("-Xlog:class+load:file=" + log);
    measure(subject, packaging, logging, false, new Samples());
    try (Stream<String> lines = Files.lines(log)) {
      return lines.filter(line -> line.contains(" source: ")).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void fromNothing(
      Subject subject, FunctionStart start, First first, boolean tls, Samples into) {
    long began = System.nanoTime();
    try (var process = FunctionProcess.start(start, subject.unpacked())) {
      byte[] answer = process.invoke(first.event(), PATIENCE);
      note(began, process, tls, into);
      first.check().accept(answer);
    }
  }

  private void fromRestore(
      Subject subject, FunctionStart start, First first, boolean tls, Samples into) {
    try (var process = FunctionProcess.start(start, subject.unpacked())) {
      process.awaitCheckpoint(PATIENCE);
      world.cutConnections();
      long began = System.nanoTime();
      process.restore();
      byte[] answer = process.invoke(first.event(), PATIENCE);
      note(began, process, tls, into);
      first.check().accept(answer);
    }
  }

  private static void note(long began, FunctionProcess process, boolean tls, Samples into) {
    double millis = (System.nanoTime() - began) / 1e6;
    into.add(tls, millis, process.peakRssMb());
  }
}
