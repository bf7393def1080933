package io.conserje.sandbox;

import io.conserje.names.LambdaFunction;
import io.conserje.testkit.lambda.DeploymentPackage;
import io.conserje.testkit.lambda.FunctionProcess;
import io.conserje.testkit.lambda.FunctionStart;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** A function in JVMs of its own, which may be killed at any moment and are started again at once. */
final class MortalFunction implements AutoCloseable {

  private final LambdaFunction function;
  private final DeploymentPackage unpacked;
  private final List<AtomicReference<FunctionProcess>> processes;
  private final AtomicInteger next = new AtomicInteger();
  private volatile Map<String, String> environment;

  MortalFunction(LambdaFunction function, DeploymentPackage unpacked, int processes) {
    this.function = function;
    this.unpacked = unpacked;
    this.processes =
        IntStream.range(0, processes)
            .mapToObj(i -> new AtomicReference<FunctionProcess>())
            .toList();
  }

  /** What takes an event and gives the answer; events are dealt out in turn. */
  UnaryOperator<String> runningIn(Map<String, String> given) {
    environment = Map.copyOf(given);
    processes.forEach(process -> process.set(start()));
    return event ->
        new String(
            processes
                .get(next.getAndIncrement() % processes.size())
                .get()
                .invoke(event.getBytes(StandardCharsets.UTF_8), Duration.ofSeconds(30)),
            StandardCharsets.UTF_8);
  }

  /** SIGKILL, whatever it is doing; a new one takes its place. */
  void kill(int number) {
    FunctionProcess victim = processes.get(number).get();
    if (victim != null) {
      victim.kill();
      processes.get(number).set(start());
      victim.close();
    }
  }

  private FunctionProcess start() {
    return FunctionProcess.start(
        FunctionStart.onDemand(
            function.name(), function.handler(), function.memoryMb(), environment),
        unpacked);
  }

  @Override
  public void close() {
    processes.stream().map(AtomicReference::get).filter(p -> p != null).forEach(FunctionProcess::close);
  }
}
