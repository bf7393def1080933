package io.conserje.voice.stage;

import io.conserje.call.OpenQuestion;
import io.conserje.call.OpenQuestion.ExpectedAnswer;
import io.conserje.speech.SpeechRecognizer.Heard;
import io.conserje.voice.call.CallSession;
import io.conserje.voice.call.CallThread.Timer;
import io.conserje.voice.call.Signal;
import io.conserje.voice.call.Stage;
import io.conserje.voice.turn.GuestTurn;
import io.conserje.voice.turn.KeyWords;
import java.time.Duration;
import java.util.Optional;

/**
 * Decides when the guest has finished, and when the house falls silent because the guest speaks: at
 * once, whatever it turns out to be. A sound without words was nothing, and neither was a sign that
 * somebody listens, unless the house had asked something; the house then goes on. Whoever presses
 * keys speaks, too.
 */
public final class TakeTurns implements Stage {

  /** How long a sound may stay without words. */
  private static final Duration BEFORE_GOING_ON = Duration.ofMillis(1_500);

  /** The same, while the sound lasts, or between two keys. */
  private static final Duration WHILE_IT_LASTS = Duration.ofSeconds(4);

  /** More than whoever puts them together waits for another. */
  private static final Duration BETWEEN_KEYS = Duration.ofMillis(2_500);

  /** So long before the end of a turn the house begins to think. */
  private static final Duration AHEAD = Duration.ofMillis(200);

  private final CallSession call;
  private final Next next;
  private final GuestTurn turn = new GuestTurn();

  private boolean asked;

  /** Whether the guest does, as far as is known. */
  private boolean speaks;

  private boolean interrupted;
  private String saidBefore = "";
  private long keysUntil = Long.MIN_VALUE;

  /** What the guest may have ended with; empty while that is not in sight. */
  private String pausedAfter = "";

  private Timer pause = Timer.NONE;
  private Timer turnEnd = Timer.NONE;
  private Timer nothing = Timer.NONE;

  public TakeTurns(CallSession call, Next next) {
    this.call = call;
    this.next = next;
  }

  @Override
  public void take(Signal signal) {
    switch (signal) {
      case Signal.VoiceBegan(long since) -> {
        turn.voiceBegan(since);
        goesOn();
        guestSpeaks();
        quietAfter(WHILE_IT_LASTS);
        await();
      }
      case Signal.VoiceEnded(long since) -> {
        turn.voiceEnded(since);
        quietAfter(BEFORE_GOING_ON);
        await();
      }
      case Signal.Heard(Heard heard) -> {
        heard(heard);
        await();
      }
      case Signal.Key _ -> {
        guestSpeaks();
        keysUntil = call.thread().nanos() + BETWEEN_KEYS.toNanos();
        quietAfter(WHILE_IT_LASTS);
        await();
      }
      case Signal.Keyed(String digits) -> keyed(digits);
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

  private void keyed(String digits) {
    guestSpeaks();
    String words = KeyWords.of(digits, call.spoken().openQuestion(), call.language());
    turn.keyed(words, call.thread().nanos());
    finish();
  }

  /** What a recogniser settles after it was answered is nothing that is said now. */
  private void guestSpeaks(String text) {
    if (turn.isNews(text)) {
      guestSpeaks();
    }
  }

  private void guestSpeaks() {
    if (call.spoken().audible() && !interrupted) {
      interrupted = true;
      next.hand(new Signal.Interrupted());
    }
    if (!speaks) {
      speaks = true;
      next.hand(new Signal.GuestSpeaks());
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

  private void quietAfter(Duration silence) {
    nothing.cancel();
    if (speaks) {
      nothing = call.thread().after(silence, this::quietIfNothing);
    }
  }

  private void quietIfNothing() {
    if (speaks && turn.isSilent()) {
      quiet("interrupted_by_nothing");
    }
  }

  private void quiet(String why) {
    speaks = false;
    nothing.cancel();
    if (interrupted) {
      call.tally().count(why);
      interrupted = false;
      next.hand(new Signal.Resumed());
    }
    next.hand(new Signal.GuestQuiet());
  }

  /** Waits for the guest to go on; everything that is heard begins the wait anew. */
  private void await() {
    turnEnd.cancel();
    pause.cancel();
    if (!turn.text().equals(pausedAfter)) {
      goesOn();
    }
    long end = Math.max(turn.endsAt(), keysUntil);
    if (!turn.isSilent() && end != GuestTurn.NEVER) {
      long left = Math.max(0, end - call.thread().nanos());
      turnEnd = call.thread().after(Duration.ofNanos(left), this::finish);
      if (turn.isSettled() && pausedAfter.isEmpty()) {
        Duration before = Duration.ofNanos(Math.max(0, left - AHEAD.toNanos()));
        pause = call.thread().after(before, this::pauses);
      }
    }
  }

  private void pauses() {
    if (!call.isOver() && !turn.isSilent() && isToBeAnswered()) {
      pausedAfter = turn.text();
      next.hand(new Signal.GuestPauses(pausedAfter));
    }
  }

  private void goesOn() {
    if (!pausedAfter.isEmpty()) {
      pausedAfter = "";
      next.hand(new Signal.GuestGoesOn());
    }
  }

  private boolean isToBeAnswered() {
    return !isListening() && !isSaidAgain() && !turn.asksToWait();
  }

  private boolean isListening() {
    return interrupted && !asked && turn.isListening();
  }

  private boolean isSaidAgain() {
    return !asked && turn.saysAgain(saidBefore) && !call.spoken().isAnswerHeard();
  }

  private void finish() {
    turnEnd.cancel();
    pause.cancel();
    if (call.isOver() || turn.isSilent()) {
      return;
    }
    if (isListening()) {
      goesOn();
      turn.finish();
      quiet("interrupted_by_listening");
    } else if (isSaidAgain()) {
      goesOn();
      turn.finish();
      quiet("interrupted_by_the_same_again");
    } else {
      finishTurn();
    }
  }

  private void finishTurn() {
    guestSpeaks();
    long voiceEnd = turn.voiceEnd();
    boolean waits = turn.asksToWait();
    String said = turn.finish();
    keysUntil = Long.MIN_VALUE;
    pausedAfter = "";
    speaks = false;
    interrupted = false;
    nothing.cancel();
    if (waits) {
      next.hand(new Signal.GuestWaits(said));
      return;
    }
    saidBefore = said;
    call.times().begin(voiceEnd, call.thread().nanos());
    next.hand(new Signal.GuestSaid(said, voiceEnd));
  }

  /** What was said last is done, though nobody hears the answer any more. */
  private void close() {
    turnEnd.cancel();
    pause.cancel();
    nothing.cancel();
    if (!turn.isSilent()) {
      finish();
    } else if (call.spoken().audible() && !interrupted) {
      next.hand(new Signal.Interrupted());
    }
    nothing.cancel();
  }
}
