package io.conserje.webhookload;

import io.conserje.names.Queue;
import io.conserje.testkit.lambda.DeploymentPackage;
import io.conserje.testkit.lambda.FunctionFailed;
import io.conserje.testkit.lambda.FunctionStart;
import io.conserje.testkit.lambda.Hello;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** Measures one kind of webhook after the other. */
final class Bench {

  private static final int QUEUEING_PER_SECOND = 300;
  private static final int SYNCHRONOUS_PER_SECOND = 50;
  private static final int REPEATED_PERCENT = 20;

  private final World world;
  private final int instances;
  private final Duration warmUp;
  private final Duration time;

  Bench(World world, int instances, Duration warmUp, Duration time) {
    this.world = world;
    this.instances = instances;
    this.warmUp = warmUp;
    this.time = time;
  }

  Measured measure(Traffic traffic) throws InterruptedException {
    boolean queueing = traffic.queue().isPresent();
    int offered = queueing ? QUEUEING_PER_SECOND : SYNCHRONOUS_PER_SECOND;
    double runtime = runtime(traffic, offered);
    try (DeploymentPackage unpacked = world.unpacked(traffic.function());
        Instances function = new Instances(world.start(traffic.function()), unpacked, instances)) {
      OpenLoop.Sender sender = sender(function, traffic::answers);
      ClosedLoop.run(sender, traffic::next, instances, warmUp);
      int before = waiting(traffic);
      Duration begun = function.cpu();
      OpenLoop.Result open =
          new OpenLoop(sender, offered, queueing ? REPEATED_PERCENT : 0).run(traffic::next, time);
      double cpu = function.cpu().minus(begun).toNanos() / 1e6 / open.sent();
      ClosedLoop.Result closed = ClosedLoop.run(sender, traffic::next, instances, time);
      int lost = told(traffic, open) + closed.sent() - (waiting(traffic) - before);
      return new Measured(traffic, offered, open, closed, cpu, runtime, queueing ? lost : 0);
    } finally {
      traffic.queue().ifPresent(world.queues()::anew);
    }
  }

  /** What the runtime and the JVM cost at this rate: a hello with the same requests. */
  private double runtime(Traffic traffic, int offered) throws InterruptedException {
    FunctionStart start =
        FunctionStart.onDemand("hello", Hello.class.getName(), 1769, java.util.Map.of())
            .snapStart();
    try (DeploymentPackage unpacked = DeploymentPackage.of(Hello.class);
        Instances hello = new Instances(start, unpacked, instances)) {
      OpenLoop.Sender sender = sender(hello, answer -> answer.contains("hello"));
      ClosedLoop.run(sender, traffic::next, instances, warmUp.dividedBy(4));
      Duration begun = hello.cpu();
      OpenLoop.Result open = new OpenLoop(sender, offered, 0).run(traffic::next, time.dividedBy(2));
      return hello.cpu().minus(begun).toNanos() / 1e6 / open.sent();
    }
  }

  /** What a queue must hold: one that keeps an order takes repeats only once. */
  private static int told(Traffic traffic, OpenLoop.Result open) {
    return traffic.queue().filter(Queue::fifo).isPresent() ? open.fresh() : open.sent();
  }

  private int waiting(Traffic traffic) {
    return traffic.queue().map(world.queues()::waiting).orElse(0);
  }

  /** The first answer that is none is shown. */
  private static OpenLoop.Sender sender(Instances function, Predicate<String> good) {
    AtomicReference<String> shown = new AtomicReference<>();
    return event -> {
      String answer;
      try {
        answer = function.invoke(event);
      } catch (FunctionFailed failed) {
        answer = failed.getMessage();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
      if (good.test(answer)) {
        return true;
      }
      if (shown.compareAndSet(null, answer)) {
        System.err.println("webhook-load: not the answer: " + answer + "\n" + function.errors());
      }
      return false;
    };
  }
}
