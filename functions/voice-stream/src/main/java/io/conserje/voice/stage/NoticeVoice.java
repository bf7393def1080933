package io.conserje.voice.stage;

import io.conserje.speech.VoiceActivity;
import io.conserje.speech.VoiceActivity.Change;
import io.conserje.speech.VoiceActivity.Thresholds;
import io.conserje.voice.call.CallSession;
import io.conserje.voice.call.Signal;
import io.conserje.voice.call.Stage;
import java.time.Duration;

/** Notices when the guest begins and ends to speak. */
public final class NoticeVoice implements Stage {

  private final VoiceActivity activity;
  private final CallSession call;
  private final Next next;
  private final int rate;
  private long heard;

  public NoticeVoice(VoiceActivity.Detector detector, CallSession call, Next next) {
    this.call = call;
    this.next = next;
    this.rate = call.carrier().hears().rate();
    this.activity = detector.begin(rate, Thresholds.USUAL);
  }

  @Override
  public void take(Signal signal) {
    next.hand(signal);
    switch (signal) {
      case Signal.Samples(byte[] _, short[] samples, int length) -> {
        heard += length;
        tell(activity.hear(samples, length));
      }
      case Signal.LineClosed _ -> activity.close();
      default -> {}
    }
  }

  private void tell(Change change) {
    switch (change) {
      case Change.Started(Duration since) -> next.hand(new Signal.VoiceBegan(moment(since)));
      case Change.Stopped(Duration since) -> next.hand(new Signal.VoiceEnded(moment(since)));
      case Change.None _ -> {}
    }
  }

  /** The frame in hand has just come, so its end is now. */
  private long moment(Duration since) {
    return call.thread().nanos() - (heard * 1_000_000_000L / rate - since.toNanos());
  }
}
