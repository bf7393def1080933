package io.conserje.voice.stage;

import io.conserje.voice.call.Signal;
import io.conserje.voice.call.Stage;
import io.conserje.voice.record.CallRecorder;

/** Records the guest, where the call is recorded. */
public final class TapeGuest implements Stage {

  private final CallRecorder recorder;
  private final Next next;

  public TapeGuest(CallRecorder recorder, Next next) {
    this.recorder = recorder;
    this.next = next;
  }

  @Override
  public void take(Signal signal) {
    next.hand(signal);
    if (signal instanceof Signal.Samples(byte[] bytes, short[] samples, int length)) {
      recorder.guest(bytes, samples, length);
    }
  }
}
