package io.conserje.voice.stage;

import io.conserje.call.LineWording;
import io.conserje.voice.call.CallSession;
import io.conserje.voice.call.CallThread.Timer;
import io.conserje.voice.call.Signal;
import io.conserje.voice.call.Stage;
import java.time.Duration;

/**
 * Sees to it that a guest who waits for an answer does not hear silence: they are told that it is
 * being looked up, and where no answer comes at all, the house leaves the call to somebody else.
 */
public final class FillWaits implements Stage {

  private static final Duration FIRST = Duration.ofMillis(1_100);

  /** However long the guest's own pause was. */
  private static final Duration FIRST_AT_LEAST = Duration.ofMillis(500);

  /** The words that are said at once sound for three of them. */
  private static final Duration AFTER_BEGINNING = Duration.ofSeconds(4);

  private static final Duration AGAIN = Duration.ofSeconds(7);
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final int MOST = 2;

  private final CallSession call;
  private final Next next;
  private final OwnWords own;
  private final LineWording wording;

  private String about = "";

  /** Questions that are not answered to their end. */
  private int open;

  /** The first words of the house are not all made yet. */
  private boolean greeting;

  /** How often the guest was asked for patience: while they wait now, and in the whole call. */
  private int asked;

  private int askedInAll;

  private Timer filler = Timer.NONE;
  private Timer end = Timer.NONE;

  public FillWaits(CallSession call, Next next) {
    this.call = call;
    this.next = next;
    this.own = new OwnWords(call, next);
    this.wording = LineWording.in(call.language());
  }

  @Override
  public void take(Signal signal) {
    next.hand(signal);
    switch (signal) {
      case Signal.LineOpened _ -> {
        greeting = true;
        begin("", FIRST);
      }
      case Signal.GuestSaid(String words, long voiceEnded) -> {
        greeting = false;
        begin(words, FIRST.minusNanos(call.thread().nanos() - voiceEnded));
      }
      case Signal.Say _ -> said();
      case Signal.Answered(boolean well) -> answered(well);
      case Signal.GuestSpeaks _ -> filler.cancel();
      case Signal.GuestQuiet _ -> {
        if (end != Timer.NONE) {
          fillAfter(FIRST);
        }
      }
      case Signal.LineClosed _ -> stop();
      default -> {}
    }
  }

  private void begin(String words, Duration first) {
    stop();
    open++;
    about = words;
    asked = 0;
    end = call.thread().after(LONGEST, this::giveUp);
    fillAfter(first.compareTo(FIRST_AT_LEAST) < 0 ? FIRST_AT_LEAST : first);
  }

  /** Who was cut off hears that the house is back while it makes the rest. */
  private void said() {
    if (greeting) {
      fillAfter(AFTER_BEGINNING);
    } else {
      stop();
    }
  }

  private void fillAfter(Duration pause) {
    filler.cancel();
    if (asked < MOST) {
      filler = call.thread().after(pause, this::fill);
    }
  }

  private void fill() {
    own.say(asked == 0 ? wording.lookingItUp(about, askedInAll) : wording.stillLooking(askedInAll));
    asked++;
    askedInAll++;
    fillAfter(AGAIN);
  }

  private void answered(boolean well) {
    greeting = false;
    open = Math.max(0, open - 1);
    if (!well) {
      giveUp();
    } else if (open == 0) {
      stop();
    } else if (end == Timer.NONE) {
      end = call.thread().after(LONGEST, this::giveUp);
    }
  }

  private void giveUp() {
    stop();
    call.tally().count("no_answer");
    own.say(wording.cannotAnswer());
    next.hand(new Signal.Leave());
  }

  private void stop() {
    filler.cancel();
    end.cancel();
    filler = Timer.NONE;
    end = Timer.NONE;
  }
}
