package io.conserje.voice.record;

import io.conserje.call.AnswerTime;
import io.conserje.call.CallFile;
import io.conserje.voice.call.CallSession;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down what is kept of one call, in its order, on threads of its own: the call does not wait
 * for it.
 */
public final class CallKeeping {

  private static final Logger LOG = LoggerFactory.getLogger(CallKeeping.class);
  private static final Executor AWAY = task -> Thread.ofVirtual().name("call-keeping").start(task);

  private final CallRecords records;
  private final CallSession call;
  private final CallFile file;
  private final CallTrace trace;
  private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

  public CallKeeping(CallRecords records, CallSession call) {
    this.records = records;
    this.call = call;
    this.file = records.files().of(call.carrier().name(), call.id());
    this.trace = new CallTrace(records.clock().instant());
  }

  public void answered(AnswerTime time) {
    if (records.traces().areWanted()) {
      trace.answered(time, records.clock().instant());
    }
    away(() -> file.answered(time));
  }

  /** The call is over. */
  public void end() {
    if (records.traces().areWanted()) {
      records
          .traces()
          .tell(
              call.trace(),
              trace.end(call.carrier().name(), call.id(), records.clock().instant()));
    }
  }

  private void away(Runnable work) {
    last =
        last.thenRunAsync(work, AWAY)
            .exceptionally(fault -> {
              call.tally().count("keeping_fault");
              LOG.atError()
                  .setCause(fault)
                  .addKeyValue("call", call.id())
                  .log("Something of a call was not written down; the call goes on.");
              return null;
            });
  }
}
