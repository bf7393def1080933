package io.conserje.voice.stage;

import io.conserje.speech.SpeechRecognizer.Heard;
import io.conserje.voice.call.CallSession;
import io.conserje.voice.call.CallThread.Timer;
import io.conserje.voice.call.Signal;
import io.conserje.voice.call.Stage;
import io.conserje.voice.turn.GuestTurn;
import io.conserje.voice.turn.KeyWords;
import java.time.Duration;

/**
 * Takes turns where the carrier hears the guest and tells what they said once they have finished.
 * It has fallen silent by itself when they began: what only shows that somebody listens, or comes
 * to nothing, lets the house go on.
 */
public final class TakeWords implements Stage {

  private static final Duration UNTIL_WORDS_COME = Duration.ofSeconds(5);

  private final CallSession call;
  private final Next next;
  private boolean interrupted;
  private boolean asked;
  private Timer nothing = Timer.NONE;

  public TakeWords(CallSession call, Next next) {
    this.call = call;
    this.next = next;
  }

  @Override
  public void take(Signal signal) {
    switch (signal) {
      case Signal.CutShort _ -> cutShort(signal);
      case Signal.Heard(Heard.Words words) -> said(words.text());
      case Signal.Keyed(String digits) ->
          said(KeyWords.of(digits, call.spoken().openQuestion(), call.language()));
      case Signal.LineClosed _ -> {
        nothing.cancel();
        next.hand(signal);
      }
      default -> next.hand(signal);
    }
  }

  private void cutShort(Signal signal) {
    interrupted = true;
    next.hand(new Signal.GuestSpeaks());
    next.hand(signal);
    asked = call.spoken().openQuestion().isPresent();
    nothing.cancel();
    nothing = call.thread().after(UNTIL_WORDS_COME, () -> quiet("interrupted_by_nothing"));
  }

  private void said(String words) {
    if (words.isBlank()) {
      return;
    }
    long now = call.thread().nanos();
    GuestTurn turn = new GuestTurn();
    turn.words(words, now);
    if (interrupted && !asked && turn.isListening()) {
      quiet("interrupted_by_listening");
      return;
    }
    interrupted = false;
    nothing.cancel();
    next.hand(turn.asksToWait() ? new Signal.GuestWaits(words) : new Signal.GuestSaid(words, now));
  }

  private void quiet(String why) {
    nothing.cancel();
    if (interrupted && !call.isOver()) {
      interrupted = false;
      call.tally().count(why);
      next.hand(new Signal.GuestQuiet());
    }
  }
}
