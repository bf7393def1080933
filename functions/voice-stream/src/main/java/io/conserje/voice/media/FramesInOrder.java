package io.conserje.voice.media;

import io.conserje.voice.call.CallThread;
import io.conserje.voice.call.CallThread.Timer;
import io.conserje.voice.call.Tally;
import io.conserje.voice.socket.CarrierMessage;
import java.time.Duration;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Puts frames of sound that come in any order into the order of their numbers. A gap is waited for
 * as long as the next three frames take, and no longer; then what is lost is made up for, so that
 * nobody behind stops or loses the time.
 */
final class FramesInOrder {

  /** How many frames behind a gap are kept back for it. */
  private static final int WINDOW = 3;

  /** Where nothing else comes, either. */
  private static final Duration LONGEST_WAIT = Duration.ofMillis(60);

  /** More than this is not made up for: the line was silent, or counts anew. */
  private static final int MOST_LOST = 10;

  /** So many frames from before, one after the other, are no late ones: the line counts anew. */
  private static final int COUNTS_ANEW = 25;

  private final CallThread thread;
  private final Tally tally;
  private final Consumer<byte[]> next;
  private final MissingSound missing;

  /** What came too early. */
  private final TreeMap<Long, byte[]> early = new TreeMap<>();

  private long expected = 1;

  /** The frame for which {@link #wait} runs. */
  private long awaited;

  private int late;
  private Timer wait = Timer.NONE;
  private boolean closed;

  FramesInOrder(CallThread thread, Tally tally, MissingSound missing, Consumer<byte[]> next) {
    this.thread = thread;
    this.tally = tally;
    this.missing = missing;
    this.next = next;
  }

  /**
   * @param number {@link CarrierMessage#UNCOUNTED} for one that takes no part in this
   */
  void take(long number, byte[] frame) {
    if (number == CarrierMessage.UNCOUNTED) {
      hand(frame);
    } else if (number < expected) {
      old(number, frame);
    } else if (early.putIfAbsent(number, frame) != null) {
      tally.count("frame_twice");
    } else {
      late = 0;
      release();
    }
  }

  private void old(long number, byte[] frame) {
    tally.count("frame_late");
    if (++late >= COUNTS_ANEW) {
      late = 0;
      early.clear();
      expected = number + 1;
      hand(frame);
    }
  }

  private void release() {
    handReady();
    while (early.size() > WINDOW || tooFarAhead()) {
      skip();
      handReady();
    }
    if (early.isEmpty()) {
      awaited = 0;
      wait.cancel();
    } else if (awaited != expected) {
      awaited = expected;
      wait.cancel();
      wait = thread.after(LONGEST_WAIT, this::giveUp);
    }
  }

  private boolean tooFarAhead() {
    return !early.isEmpty() && early.firstKey() - expected > MOST_LOST;
  }

  private void handReady() {
    while (!early.isEmpty() && early.firstKey() == expected) {
      hand(early.pollFirstEntry().getValue());
      expected++;
    }
  }

  /** To the first frame that is there. */
  private void skip() {
    long lost = early.firstKey() - expected;
    for (long i = 0; i < lost && lost <= MOST_LOST; i++) {
      tally.count("frame_lost");
      next.accept(missing.instead());
    }
    if (lost > MOST_LOST) {
      tally.count("frames_skipped");
    }
    expected = early.firstKey();
  }

  private void giveUp() {
    while (!closed && !early.isEmpty()) {
      skip();
      handReady();
    }
  }

  private void hand(byte[] frame) {
    missing.heard(frame);
    next.accept(frame);
  }

  /** What still waits is handed on. */
  void close() {
    giveUp();
    closed = true;
    wait.cancel();
  }
}
