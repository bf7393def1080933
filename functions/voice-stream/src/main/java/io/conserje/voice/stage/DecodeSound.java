package io.conserje.voice.stage;

import io.conserje.connectors.audio.line.G711;
import io.conserje.speech.AudioFormat;
import io.conserje.voice.call.CallSession;
import io.conserje.voice.call.Signal;
import io.conserje.voice.call.Stage;

/** Makes samples of what the carrier sends. */
public final class DecodeSound implements Stage {

  private final AudioFormat format;
  private final Next next;

  /** Lent to the stages behind; grows to the longest frame of the call. */
  private short[] samples = new short[320];

  public DecodeSound(CallSession call, Next next) {
    this.format = call.carrier().hears();
    this.next = next;
  }

  @Override
  public void take(Signal signal) {
    if (signal instanceof Signal.Sound(byte[] bytes)) {
      int length = bytes.length / format.encoding().bytes();
      if (length > samples.length) {
        samples = new short[length];
      }
      G711.decode(format.encoding(), bytes, samples);
      next.hand(new Signal.Samples(bytes, samples, length));
    } else {
      next.hand(signal);
    }
  }
}
