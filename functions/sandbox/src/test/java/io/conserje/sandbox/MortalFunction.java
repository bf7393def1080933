package io.conserje.sandbox;

import io.conserje.names.LambdaFunction;
import io.conserje.testkit.lambda.DeploymentPackage;
import io.conserje.testkit.lambda.FunctionFailed;
import io.conserje.testkit.lambda.FunctionProcess;
import io.conserje.testkit.lambda.FunctionStart;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * A function in JVMs of its own, which may be killed at any moment and are started again at once.
 */
final class MortalFunction implements AutoCloseable {

  /** The function's own time-out. */
  private static final Duration LONGEST = LambdaFunction.TURNS.timeout();

  private final LambdaFunction function;
  private final DeploymentPackage unpacked;
  private final List<AtomicReference<FunctionProcess>> processes;
  private final AtomicIntegerArray answered;
  private final AtomicInteger next = new AtomicInteger();
  private volatile Map<String, String> environment;

  MortalFunction(LambdaFunction function, DeploymentPackage unpacked, int processes) {
    this.function = function;
    this.unpacked = unpacked;
    this.processes =
        IntStream.range(0, processes)
            .mapToObj(i -> new AtomicReference<FunctionProcess>())
            .toList();
    this.answered = new AtomicIntegerArray(processes);
  }

  /** What takes an event and gives the answer; events are dealt out in turn. */
  UnaryOperator<String> runningIn(Map<String, String> given) {
    environment = Map.copyOf(given);
    processes.forEach(process -> process.set(start()));
    return event -> invoke(next.getAndIncrement() % processes.size(), event);
  }

  private String invoke(int number, String event) {
    FunctionProcess process = processes.get(number).get();
    try {
      byte[] answer = process.invoke(event.getBytes(StandardCharsets.UTF_8), LONGEST);
      answered.incrementAndGet(number);
      return new String(answer, StandardCharsets.UTF_8);
    } catch (FunctionFailed e) {
      replace(number, process);
      throw e;
    }
  }

  /** As Lambda does with a process that is gone or did not answer in time. */
  private synchronized void replace(int number, FunctionProcess failed) {
    if (processes.get(number).get() == failed) {
      answered.set(number, 0);
      processes.get(number).set(start());
      failed.close();
    }
  }

  /**
   * Waits until a process that was started again has answered something: only then is there work to
   * kill.
   */
  void awaitWork(int number) throws InterruptedException {
    while (answered.get(number) == 0) {
      Thread.sleep(10);
    }
  }

  /** SIGKILL, whatever it is doing; the next event finds it gone, and a new one takes its place. */
  void kill(int number) {
    answered.set(number, 0);
    processes.get(number).get().kill();
  }

  private FunctionProcess start() {
    return FunctionProcess.start(
        FunctionStart.onDemand(
            function.name(), function.handler(), function.memoryMb(), environment),
        unpacked);
  }

  @Override
  public void close() {
    processes.stream()
        .map(AtomicReference::get)
        .filter(p -> p != null)
        .forEach(FunctionProcess::close);
  }
}
