package io.conserje.voice.record;

import io.conserje.voice.call.CallSession;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does for one call what has to wait for others, one thing after the other, on threads of its own.
 */
final class InOrder {

  private static final Logger LOG = LoggerFactory.getLogger(InOrder.class);
  private static final Executor AWAY = task -> Thread.ofVirtual().name("call-record").start(task);

  private final CallSession call;
  private final AtomicInteger waiting = new AtomicInteger();
  private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

  InOrder(CallSession call) {
    this.call = call;
  }

  int waiting() {
    return waiting.get();
  }

  /**
   * On the call's thread only.
   *
   * @param lost what is counted where it fails
   */
  void add(String lost, Runnable work) {
    waiting.incrementAndGet();
    last =
        last.thenRunAsync(work, AWAY)
            .exceptionally(fault -> {
              call.tally().count(lost);
              LOG.atError()
                  .setCause(fault)
                  .addKeyValue("call", call.id())
                  .addKeyValue("correlation", call.trace())
                  .log("Something of a call is not kept ({}); the call goes on.", lost);
              return null;
            })
            .thenRun(waiting::decrementAndGet);
  }
}
