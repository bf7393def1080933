package io.conserje.voiceload;

import io.netty.channel.EventLoopGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Lets all guests speak in time, those whose frames fall into the same two milliseconds one after
 * the other: a thread that woke up for each frame alone would take several times the processor, and
 * Postgres, which shares its core, would be what is measured. All of it happens on the loop.
 */
final class Beat {

  private static final Duration STEP = Duration.ofMillis(2);
  private static final int STEPS = (int) GuestSentence.LASTS.dividedBy(STEP);

  /** Of 20 ms, the calls of each step. */
  private final List<List<GuestCall>> steps =
      Stream.<List<GuestCall>>generate(ArrayList::new).limit(STEPS).toList();

  private final long begun = System.nanoTime();
  private long step;

  /**
   * @param loop of one thread
   */
  Beat(EventLoopGroup loop) {
    loop.scheduleAtFixedRate(this::next, STEP.toNanos(), STEP.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Gives it a frame each 20 ms, where the fewest others have theirs. */
  void add(GuestCall call) {
    steps.stream().min(Comparator.comparingInt(List::size)).orElseThrow().add(call);
  }

  void remove(GuestCall call) {
    steps.forEach(calls -> calls.remove(call));
  }

  private void next() {
    step++;
    long due = begun + step * STEP.toNanos();
    List.copyOf(steps.get((int) (step % STEPS))).forEach(call -> call.frame(due));
  }
}
