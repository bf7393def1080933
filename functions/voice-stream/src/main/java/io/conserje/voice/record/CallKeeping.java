package io.conserje.voice.record;

import io.conserje.call.AnswerTime;
import io.conserje.call.CallFile;
import io.conserje.voice.call.CallSession;
import io.conserje.voice.carrier.Carrier;
import java.time.Duration;
import java.util.Map;

/** Brings what is told of one call to where it is kept. */
public final class CallKeeping {

  private static final String LOST = "keeping_fault";

  private final CallRecords records;
  private final CallSession call;
  private final CallFile file;
  private final CallTrace trace;
  private final InOrder away;

  public CallKeeping(CallRecords records, CallSession call) {
    this.records = records;
    this.call = call;
    this.file = records.files().of(call.line().name(), call.id());
    this.trace = new CallTrace(records.clock().instant());
    this.away = new InOrder(call);
  }

  public void answered(AnswerTime time) {
    if (records.traces().areWanted()) {
      trace.answered(time, records.clock().instant());
    }
    away.add(LOST, () -> file.answered(time));
  }

  /** The call is over, after so long. */
  public void end(Duration length) {
    String carried = call.line() instanceof Carrier ? "_stream_seconds" : "_relay_seconds";
    call.usage().add(call.line().name() + carried, length.plusMillis(999).toSeconds());
    Map<String, Long> used = call.usage().counts();
    away.add(LOST, () -> file.used(used));
    if (records.traces().areWanted()) {
      records
          .traces()
          .tell(call.trace(), trace.end(call.line().name(), call.id(), records.clock().instant()));
    }
  }
}
