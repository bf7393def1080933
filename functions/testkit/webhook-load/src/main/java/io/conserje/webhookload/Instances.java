package io.conserje.webhookload;

import io.conserje.testkit.lambda.DeploymentPackage;
import io.conserje.testkit.lambda.FunctionProcess;
import io.conserje.testkit.lambda.FunctionStart;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The instances of one function, each a process of its own that takes one event at a time. Lambda
 * would start another where none is free; here an event waits for one.
 */
final class Instances implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final List<FunctionProcess> all = new ArrayList<>();
  private final BlockingQueue<FunctionProcess> free = new LinkedBlockingQueue<>();

  Instances(FunctionStart start, DeploymentPackage unpacked, int number) {
    for (int i = 0; i < number; i++) {
      all.add(FunctionProcess.start(start, unpacked));
    }
    for (FunctionProcess instance : all) {
      instance.awaitCheckpoint(PATIENCE);
      instance.restore();
    }
    free.addAll(all);
  }

  int number() {
    return all.size();
  }

  String invoke(byte[] event) throws InterruptedException {
    FunctionProcess instance = free.take();
    try {
      return new String(instance.invoke(event, PATIENCE), StandardCharsets.UTF_8);
    } finally {
      free.add(instance);
    }
  }

  /** Processor time spent so far by all of them, with everything a process does. */
  Duration cpu() {
    return all.stream().map(FunctionProcess::cpu).reduce(Duration.ZERO, Duration::plus);
  }

  /** What one of them has logged as an error. */
  String errors() {
    return all.stream()
        .flatMap(instance -> instance.stdout().lines())
        .filter(line -> line.contains("\"ERROR\""))
        .findFirst()
        .orElse("");
  }

  @Override
  public void close() {
    all.forEach(FunctionProcess::close);
  }
}
