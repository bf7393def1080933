package io.conserje.voice.stage;

import io.conserje.call.HouseTalk.Farewell;
import io.conserje.call.LineWording;
import io.conserje.voice.call.CallSession;
import io.conserje.voice.call.CallThread.Timer;
import io.conserje.voice.call.Signal;
import io.conserje.voice.call.Stage;
import java.time.Duration;

/**
 * Ends a call that does not end by itself: the guest is told a minute before. One that was carried
 * before is as long as it has lasted since it began.
 */
public final class EndInTime implements Stage {

  private static final Duration WARNING = Duration.ofMinutes(1);

  private final CallSession call;
  private final Next next;
  private final OwnWords own;
  private final LineWording wording;
  private final Duration longest;
  private Timer timer = Timer.NONE;

  /**
   * @param most whatever the house wants
   */
  public EndInTime(Duration most, CallSession call, Next next) {
    this.call = call;
    this.next = next;
    this.own = new OwnWords(call, next);
    this.wording = LineWording.in(call.language());
    this.longest = call.house().manners().atMost(most).longest();
  }

  @Override
  public void take(Signal signal) {
    next.hand(signal);
    switch (signal) {
      case Signal.LineOpened _ -> timer = call.thread().after(untilWarning(), this::warn);
      case Signal.LineClosed _ -> timer.cancel();
      default -> {}
    }
  }

  private Duration untilWarning() {
    Duration left = longest.minus(call.house().lasted()).minus(WARNING);
    return left.isNegative() ? Duration.ZERO : left;
  }

  private void warn() {
    timer = call.thread().after(WARNING, this::leave);
    own.say(wording.oneMinuteMore());
  }

  private void leave() {
    call.tally().count("too_long");
    own.away(() -> call.house().takesLeave(Farewell.TIME_IS_OVER, ""));
    own.say(wording.timeIsOver());
    next.hand(new Signal.Leave());
  }
}
