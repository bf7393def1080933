package io.conserje.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.names.LambdaFunction;
import io.conserje.sandbox.lambda.Functions;
import io.conserje.sandbox.queues.Queues;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls what runs every minute, by the sandbox's own clock. */
public final class Scheduler implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Scheduler.class);
  private static final long LOOK_MILLIS = 200;

  private final List<LambdaFunction> scheduled;
  private final Functions functions;
  private final InstantSource clock;
  private final Activity activity;
  private final ReadWriteLock pause;
  private final Semaphore asked = new Semaphore(0);
  private volatile boolean stopping;

  public Scheduler(
      List<LambdaFunction> all,
      Functions functions,
      InstantSource clock,
      Activity activity,
      ReadWriteLock pause) {
    this.scheduled = all.stream().filter(LambdaFunction::everyMinute).toList();
    this.functions = functions;
    this.clock = clock;
    this.activity = activity;
    this.pause = pause;
  }

  public Scheduler start() {
    Thread.ofPlatform().daemon().name("scheduler").start(this::run);
    return this;
  }

  /** Not waiting for the next minute: the clock went forward. */
  public void now() {
    activity.begin();
    asked.release();
  }

  private void run() {
    Instant last = minute();
    while (!stopping) {
      boolean byHand = waitToBeAsked();
      if (byHand || minute().isAfter(last)) {
        callAll();
      }
      if (byHand) {
        activity.end();
      }
      last = minute();
    }
  }

  private void callAll() {
    pause.readLock().lock();
    try {
      scheduled.forEach(this::call);
    } finally {
      pause.readLock().unlock();
    }
  }

  private void call(LambdaFunction function) {
    try {
      functions.invoke(function, event());
    } catch (RuntimeException e) {
      LOG.warn("{}: {}. Tried again in the next minute.", function.name(), e.getMessage());
    }
  }

  private String event() {
    ObjectNode event = Json.object();
    event.put("version", "0");
    event.put("id", UUID.randomUUID().toString());
    event.put("detail-type", "Scheduled Event");
    event.put("source", "aws.events");
    event.put("account", Queues.ACCOUNT);
    event.put("time", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
    event.put("region", Queues.REGION);
    event.putArray("resources").add("arn:aws:events:eu-west-1:000000000000:rule/every-minute");
    event.putObject("detail");
    return Json.write(event);
  }

  private boolean waitToBeAsked() {
    try {
      return asked.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      stopping = true;
      return false;
    }
  }

  private Instant minute() {
    return clock.instant().truncatedTo(ChronoUnit.MINUTES);
  }

  @Override
  public void close() {
    stopping = true;
  }
}
