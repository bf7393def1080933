package io.conserje.voice.record;

import io.conserje.call.AnswerTime;
import io.conserje.call.CallFile;
import io.conserje.voice.call.CallSession;

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
    this.file = records.files().of(call.carrier().name(), call.id());
    this.trace = new CallTrace(records.clock().instant());
    this.away = new InOrder(call);
  }

  public void answered(AnswerTime time) {
    if (records.traces().areWanted()) {
      trace.answered(time, records.clock().instant());
    }
    away.add(LOST, () -> file.answered(time));
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
}
