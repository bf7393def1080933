package io.conserje.voice.stage;

import io.conserje.voice.call.CallSession;
import io.conserje.voice.call.Signal;
import io.conserje.voice.call.Stage;
import io.conserje.voice.carrier.Carrier;

/** Tells the carrier what to do. The end of the pipeline: nothing comes after it. */
public final class EncodeSound implements Stage {

  private final CallSession call;
  private final Carrier carrier;

  public EncodeSound(CallSession call, Next next) {
    this.call = call;
    this.carrier = call.carrier();
  }

  @Override
  public void take(Signal signal) {
    switch (signal) {
      case Signal.Play(byte[] bytes) -> carrier.play(bytes);
      case Signal.Mark(String name) -> carrier.mark(name);
      case Signal.Clear _ -> carrier.clear();
      case Signal.HangUp _ -> carrier.hangUp();
      case Signal.LineClosed _ -> call.end();
      default -> {}
    }
  }
}
