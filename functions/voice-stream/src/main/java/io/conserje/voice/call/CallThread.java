package io.conserje.voice.call;

import java.time.Duration;

/**
 * The one thread on which everything of a call happens that does not wait for anybody: the event
 * loop of its socket. Many calls share one.
 */
public interface CallThread {

  /** Does it later, after what is waiting already; may be called from any thread. */
  void run(Runnable task);

  /** May be called from any thread. */
  Timer after(Duration pause, Runnable task);

  /** Only differences mean anything. */
  long nanos();

  /** Something that will be done. */
  interface Timer {

    Timer NONE = () -> {};

    /** On the call's thread it is certain not to be done any more. */
    void cancel();
  }
}
