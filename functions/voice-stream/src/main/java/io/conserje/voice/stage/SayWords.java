package io.conserje.voice.stage;

import io.conserje.voice.call.CallSession;
import io.conserje.voice.call.CallThread.Timer;
import io.conserje.voice.call.Signal;
import io.conserje.voice.call.Stage;
import io.conserje.voice.carrier.WordLine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Has the carrier say what the house says, and knows what of it was heard: what the carrier tells
 * at an interruption, else everything, once as much time has gone by as it takes to say. The end of
 * the pipeline: nothing comes after it.
 */
public final class SayWords implements Stage {

  private static final long NANOS_PER_CHARACTER = 65_000_000L;

  /** Until a voice is heard, and at its end. */
  private static final Duration AROUND_IT = Duration.ofMillis(700);

  /** Words that come sooner were said before the guest can have heard anything. */
  private static final Duration BEFORE_ANYTHING_IS_HEARD = Duration.ofMillis(300);

  private final WordLine line;
  private final CallSession call;
  private final List<Told> lines = new ArrayList<>();

  /** When everything was said, by estimate. */
  private long silentAt;

  /** The guest has interrupted; whether it was meant is not known. */
  private boolean held;

  private boolean leaving;
  private Timer silence = Timer.NONE;

  public SayWords(WordLine line, CallSession call, Next next) {
    this.line = line;
    this.call = call;
  }

  /** A line of the house, as far as it was heard. */
  private static final class Told {

    private final int number;
    private final String text;
    private final long since;
    private int heard;

    Told(int number, String text, long since) {
      this.number = number;
      this.text = text;
      this.since = since;
    }

    String rest() {
      return text.substring(heard);
    }
  }

  @Override
  public void take(Signal signal) {
    switch (signal) {
      case Signal.Say(int number, String text) -> {
        Told told = new Told(number, text, call.thread().nanos());
        lines.add(told);
        say(told);
      }
      case Signal.CutShort(String heard) -> cutShort(heard);
      case Signal.GuestQuiet _ -> goOn();
      case Signal.GuestSaid _, Signal.GuestWaits _ -> drop();
      case Signal.Leave _ -> {
        leaving = true;
        leave();
      }
      case Signal.LineClosed _ -> {
        drop();
        call.end();
      }
      default -> {}
    }
  }

  private void say(Told told) {
    line.say(told.rest());
    long now = call.thread().nanos();
    silentAt =
        Math.max(silentAt, now + AROUND_IT.toNanos()) + told.rest().length() * NANOS_PER_CHARACTER;
    call.spoken().playing(true, silentAt - now);
    silence.cancel();
    silence = call.thread().after(Duration.ofNanos(silentAt - now), this::said);
  }

  private void said() {
    lines.forEach(told -> over(told, told.text.length()));
    lines.clear();
    call.spoken().playing(false, 0);
    leave();
  }

  private void over(Told told, int heard) {
    call.spoken().heard(told.number, heard);
    call.spoken().over(told.number);
  }

  private void cutShort(String utterance) {
    silence.cancel();
    silentAt = 0;
    held = true;
    List<Integer> heard = HeardBefore.of(lines.stream().map(Told::rest).toList(), utterance);
    for (int i = 0; i < lines.size(); i++) {
      Told told = lines.get(i);
      told.heard += heard.get(i);
      call.spoken().heard(told.number, told.heard);
    }
    call.spoken().playing(false, 0);
  }

  /** Where the guest did not hear it any more. */
  private void goOn() {
    if (held) {
      held = false;
      List<Told> rest = lines.stream().filter(told -> !told.rest().isBlank()).toList();
      lines.stream()
          .filter(told -> told.rest().isBlank())
          .forEach(told -> over(told, told.text.length()));
      lines.clear();
      lines.addAll(rest);
      rest.forEach(this::say);
      leave();
    }
  }

  /** Without an interruption the guest has let the house finish. */
  private void drop() {
    silence.cancel();
    silentAt = 0;
    long begun = call.thread().nanos() - BEFORE_ANYTHING_IS_HEARD.toNanos();
    for (Told told : lines) {
      over(told, held ? told.heard : told.since <= begun ? told.text.length() : told.heard);
    }
    lines.clear();
    held = false;
    call.spoken().playing(false, 0);
    leave();
  }

  private void leave() {
    if (leaving && lines.isEmpty() && call.spoken().isTold()) {
      leaving = false;
      line.hangUp();
    }
  }
}
