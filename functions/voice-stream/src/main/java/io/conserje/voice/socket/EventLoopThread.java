package io.conserje.voice.socket;

import io.conserje.voice.call.CallThread;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** The event loop of a socket; what comes after it was shut down is not done any more. */
record EventLoopThread(EventLoop loop) implements CallThread {

  @Override
  public void run(Runnable task) {
    try {
      loop.execute(task);
    } catch (RejectedExecutionException shutDown) {
      // the call is over, too
    }
  }

  @Override
  public Timer after(Duration pause, Runnable task) {
    try {
      Future<?> later = loop.schedule(task, pause.toNanos(), TimeUnit.NANOSECONDS);
      return () -> later.cancel(false);
    } catch (RejectedExecutionException shutDown) {
      return Timer.NONE;
    }
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }
}
