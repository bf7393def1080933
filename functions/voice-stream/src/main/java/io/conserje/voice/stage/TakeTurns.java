package io.conserje.voice.stage;

import io.conserje.call.OpenQuestion;
import io.conserje.call.OpenQuestion.ExpectedAnswer;
import io.conserje.speech.SpeechRecognizer.Heard;
import io.conserje.voice.call.CallSession;
import io.conserje.voice.call.CallThread.Timer;
import io.conserje.voice.call.Signal;
import io.conserje.voice.call.Stage;
import io.conserje.voice.turn.GuestTurn;
import java.time.Duration;
import java.util.Optional;

/**
 * Decides when the guest has finished, and when the house falls silent because the guest speaks: at
 * once, whatever it turns out to be. A sound without words was nothing, and neither was a sign that
 * somebody listens, unless the house had asked something; the house then goes on.
 */
public final class TakeTurns implements Stage {

  /** How long a sound over the house's voice may stay without words. */
  private static final Duration BEFORE_RESUMING = Duration.ofMillis(1_500);

  /** The same, while the sound lasts. */
  private static final Duration WHILE_IT_LASTS = Duration.ofSeconds(4);

  private final CallSession call;
  private final Next next;
  private final GuestTurn turn = new GuestTurn();

  private boolean asked;
  private boolean interrupted;
  private Timer turnEnd = Timer.NONE;
  private Timer resume = Timer.NONE;

  public TakeTurns(CallSession call, Next next) {
    this.call = call;
    this.next = next;
  }

  @Override
  public void take(Signal signal) {
    switch (signal) {
      case Signal.VoiceBegan(long since) -> {
        turn.voiceBegan(since);
        guestSpeaks();
        resumeAfter(WHILE_IT_LASTS);
        await();
      }
      case Signal.VoiceEnded(long since) -> {
        turn.voiceEnded(since);
        resumeAfter(BEFORE_RESUMING);
        await();
      }
      case Signal.Heard(Heard heard) -> {
        heard(heard);
        await();
      }
      case Signal.LineClosed _ -> {
        close();
        next.hand(signal);
      }
      default -> next.hand(signal);
    }
  }

  private void heard(Heard heard) {
    switch (heard) {
      case Heard.Partial(String text) -> {
        guestSpeaks(text);
        call.times().understood(call.thread().nanos());
        turn.partial(text, call.thread().nanos());
      }
      case Heard.Words(String text, var _, Duration _) -> {
        guestSpeaks(text);
        call.times().understood(call.thread().nanos());
        turn.words(text, call.thread().nanos());
      }
      case Heard.TurnEnd(boolean sure) -> turn.seemsOver(sure);
      case Heard.GoesOn _, Heard.Voice _ -> turn.seemsOver(false);
      case Heard.Lost _ -> turn.recogniserLost();
    }
  }

  private void guestSpeaks(String text) {
    if (!text.isBlank()) {
      guestSpeaks();
    }
  }

  private void guestSpeaks() {
    if (call.spoken().audible() && !interrupted) {
      interrupted = true;
      next.hand(new Signal.Interrupted());
    }
    if (turn.isSilent()) {
      expect();
    }
  }

  /** Only now is it known how much of the question was heard. */
  private void expect() {
    Optional<OpenQuestion> question = call.spoken().openQuestion();
    asked = question.isPresent();
    ExpectedAnswer usual = interrupted ? ExpectedAnswer.YES_OR_NO : ExpectedAnswer.FREE;
    turn.expect(question.map(OpenQuestion::answer).orElse(usual));
  }

  private void resumeAfter(Duration silence) {
    resume.cancel();
    if (interrupted) {
      resume = call.thread().after(silence, this::resumeIfNothing);
    }
  }

  private void resumeIfNothing() {
    if (interrupted && turn.isSilent()) {
      resume("interrupted_by_nothing");
    }
  }

  private void resume(String why) {
    call.tally().count(why);
    interrupted = false;
    resume.cancel();
    next.hand(new Signal.Resumed());
  }

  /** Waits for the guest to go on; everything that is heard begins the wait anew. */
  private void await() {
    turnEnd.cancel();
    long end = turn.endsAt();
    if (end != GuestTurn.NEVER) {
      long left = Math.max(0, end - call.thread().nanos());
      turnEnd = call.thread().after(Duration.ofNanos(left), this::finish);
    }
  }

  private void finish() {
    if (call.isOver()) {
      return;
    }
    if (interrupted && !asked && turn.isListening()) {
      turn.finish();
      resume("interrupted_by_listening");
      return;
    }
    guestSpeaks();
    long voiceEnd = turn.voiceEnd();
    String said = turn.finish();
    interrupted = false;
    resume.cancel();
    call.times().begin(voiceEnd, call.thread().nanos());
    next.hand(new Signal.GuestSaid(said, voiceEnd));
  }

  /** What was said last is done, though nobody hears the answer any more. */
  private void close() {
    turnEnd.cancel();
    resume.cancel();
    if (!turn.isSilent()) {
      finish();
    } else if (call.spoken().audible() && !interrupted) {
      next.hand(new Signal.Interrupted());
    }
    resume.cancel();
  }
}
