package io.conserje.voice.stage;

import io.conserje.speech.SpeechRecognizer.Heard;
import io.conserje.voice.call.CallThread;
import io.conserje.voice.call.CallThread.Timer;
import io.conserje.voice.call.Signal;
import java.time.Duration;

/** Notices when a voice is heard for long of which the recogniser understands no word. */
final class Deafness {

  private static final Duration LONGEST = Duration.ofSeconds(8);

  private final CallThread thread;
  private final Runnable deaf;

  /** How long a voice has been heard since the last word, without the one that is heard now. */
  private Duration before = Duration.ZERO;

  private long voiceSince;
  private boolean voice;
  private Timer timer = Timer.NONE;

  Deafness(CallThread thread, Runnable deaf) {
    this.thread = thread;
    this.deaf = deaf;
  }

  void take(Signal signal) {
    switch (signal) {
      case Signal.VoiceBegan(long since) -> {
        voice = true;
        voiceSince = since;
        await();
      }
      case Signal.VoiceEnded(long since) -> {
        voice = false;
        before = before.plusNanos(Math.max(0, since - voiceSince));
        timer.cancel();
      }
      case Signal.LineClosed _ -> timer.cancel();
      default -> {}
    }
  }

  void heard(Heard heard) {
    boolean words =
        heard instanceof Heard.Partial(String text) && !text.isBlank()
            || heard instanceof Heard.Words(String said, var _, var _) && !said.isBlank();
    if (words || heard instanceof Heard.Lost) {
      beginAnew();
    }
  }

  private void beginAnew() {
    before = Duration.ZERO;
    voiceSince = thread.nanos();
    if (voice) {
      await();
    }
  }

  private void await() {
    timer.cancel();
    Duration now = Duration.ofNanos(thread.nanos() - voiceSince);
    timer = thread.after(LONGEST.minus(before).minus(now), this::tooLong);
  }

  private void tooLong() {
    beginAnew();
    deaf.run();
  }
}
