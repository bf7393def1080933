package io.conserje.voice.stage;

import io.conserje.speech.SpeechRecognizer.Heard;
import io.conserje.voice.call.CallSession;
import io.conserje.voice.call.CallThread.Timer;
import io.conserje.voice.call.Signal;
import io.conserje.voice.call.Stage;
import io.conserje.voice.call.TurnTimes.Moment;
import java.time.Duration;

/**
 * Decides when the guest has finished, and when the house falls silent because the guest speaks.
 * Words that come while the house speaks are enough; a sound without words was nothing, and the
 * house goes on.
 */
public final class TakeTurns implements Stage {

  /** After the guest's voice, where the recogniser does not know either. */
  private static final Duration AFTER_VOICE = Duration.ofMillis(700);

  /** After the guest's voice, where the recogniser thinks that was all. */
  private static final Duration AFTER_SURE_END = Duration.ofMillis(200);

  /** How long a sound over the house's voice may stay without words. */
  private static final Duration BEFORE_RESUMING = Duration.ofMillis(1_500);

  private final CallSession call;
  private final Next next;

  private final StringBuilder words = new StringBuilder();
  private String partial = "";
  private boolean voice;
  private boolean sure;
  private boolean interrupted;
  private long voiceEnded;
  private Timer turnEnd = Timer.NONE;
  private Timer resume = Timer.NONE;

  public TakeTurns(CallSession call, Next next) {
    this.call = call;
    this.next = next;
  }

  @Override
  public void take(Signal signal) {
    switch (signal) {
      case Signal.VoiceBegan _ -> voiceBegan();
      case Signal.VoiceEnded(long since) -> voiceEnded(since);
      case Signal.Heard(Heard heard) -> heard(heard);
      case Signal.LineClosed _ -> {
        stopTimers();
        interrupt();
        next.hand(signal);
      }
      default -> next.hand(signal);
    }
  }

  private void voiceBegan() {
    voice = true;
    sure = false;
    turnEnd.cancel();
    resume.cancel();
    interrupt();
  }

  private void interrupt() {
    if (call.spoken().audible() && !interrupted) {
      interrupted = true;
      next.hand(new Signal.Interrupted());
    }
  }

  private void voiceEnded(long since) {
    voice = false;
    voiceEnded = since;
    await();
    if (interrupted) {
      resume.cancel();
      resume = call.thread().after(BEFORE_RESUMING, this::resume);
    }
  }

  private void resume() {
    if (interrupted && !voice && words.isEmpty() && partial.isEmpty()) {
      interrupted = false;
      next.hand(new Signal.Resumed());
    }
  }

  private void heard(Heard heard) {
    switch (heard) {
      case Heard.Partial(String text) -> {
        partial = text;
        spoke();
      }
      case Heard.Words(String text, var _, Duration _) -> {
        partial = "";
        words.append(words.isEmpty() ? "" : " ").append(text.strip());
        spoke();
        await();
      }
      case Heard.TurnEnd(boolean certain) -> {
        sure = certain;
        await();
      }
      case Heard.GoesOn _, Heard.Voice _ -> sure = false;
      case Heard.Lost _ -> partial = "";
    }
  }

  private void spoke() {
    if (!partial.isBlank() || !words.isEmpty()) {
      interrupt();
    }
  }

  /** Waits for the guest to go on; everything that is heard begins the wait anew. */
  private void await() {
    turnEnd.cancel();
    if (voice || words.isEmpty()) {
      return;
    }
    Duration pause = sure && partial.isEmpty() ? AFTER_SURE_END : AFTER_VOICE;
    long since = voiceEnded == 0 ? call.thread().nanos() : voiceEnded;
    Duration left = pause.minusNanos(call.thread().nanos() - since);
    turnEnd = call.thread().after(left.isNegative() ? Duration.ZERO : left, this::finish);
  }

  private void finish() {
    if (voice || words.isEmpty() || call.isOver()) {
      return;
    }
    interrupt();
    String said = words.toString();
    words.setLength(0);
    partial = "";
    sure = false;
    interrupted = false;
    resume.cancel();
    long now = call.thread().nanos();
    call.times().begin(voiceEnded == 0 ? now : voiceEnded);
    call.times().note(Moment.TURN_ENDED, now);
    next.hand(new Signal.GuestSaid(said, voiceEnded));
  }

  private void stopTimers() {
    turnEnd.cancel();
    resume.cancel();
  }
}
