package io.conserje.voice.record;

import io.conserje.call.CallFile;
import io.conserje.call.RecordingStore;
import io.conserje.metrics.Traces;
import java.time.Instant;
import java.time.InstantSource;

/** Where what is kept of calls is brought. */
public record CallRecords(
    CallFile.Cabinet files, RecordingStore recordings, Traces traces, InstantSource clock) {

  /** Nothing is kept. */
  public static final CallRecords NONE =
      new CallRecords(CallFile.Cabinet.NONE, RecordingStore.NONE, Traces.NONE, () -> Instant.EPOCH);
}
