package io.conserje.voice.stage;

import io.conserje.voice.call.CallSession;
import io.conserje.voice.call.CallThread.Timer;
import io.conserje.voice.call.Signal;
import io.conserje.voice.call.Stage;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/**
 * Notices that words were given to a voice and no sound comes of them. Voices look after each other
 * sooner; where none of them does, the house leaves the call to those whom the carrier asks then.
 */
public final class HearOurselves implements Stage {

  private static final Duration LONGEST = Duration.ofSeconds(5);

  private final CallSession call;
  private final Next next;
  private Timer timer = Timer.NONE;

  /** Given to the voice, and not said to their end. */
  private final Set<Integer> lines = new TreeSet<>();

  public HearOurselves(CallSession call, Next next) {
    this.call = call;
    this.next = next;
  }

  @Override
  public void take(Signal signal) {
    switch (signal) {
      case Signal.Clause clause -> {
        lines.add(clause.line());
        if (timer == Timer.NONE && call.spoken().aheadNanos() == 0) {
          timer = call.thread().after(LONGEST, this::mute);
        }
      }
      case Signal.Speech _ -> stop();
      case Signal.LineSpoken(int line, boolean _) -> {
        lines.remove(line);
        stop();
      }
      case Signal.GuestSaid _, Signal.GuestWaits _, Signal.LineClosed _ -> {
        lines.clear();
        stop();
      }
      default -> {}
    }
    next.hand(signal);
  }

  private void stop() {
    timer.cancel();
    timer = Timer.NONE;
  }

  private void mute() {
    timer = Timer.NONE;
    call.tally().count("voice_silent");
    lines.forEach(line -> next.hand(new Signal.LineSpoken(line, false)));
    lines.clear();
    next.hand(new Signal.Leave());
  }
}
