package io.conserje.voice.stage;

import io.conserje.voice.call.CallSession;
import io.conserje.voice.call.CallThread.Timer;
import io.conserje.voice.call.Signal;
import io.conserje.voice.call.Stage;
import java.time.Duration;

/**
 * Puts together the keys a guest presses: until they pause or press the hash; the asterisk begins
 * anew.
 */
public final class TakeKeys implements Stage {

  private static final Duration PAUSE = Duration.ofSeconds(2);

  /** More are no number. */
  private static final int MOST = 32;

  private final CallSession call;
  private final Next next;
  private final StringBuilder digits = new StringBuilder();
  private Timer pause = Timer.NONE;

  public TakeKeys(CallSession call, Next next) {
    this.call = call;
    this.next = next;
  }

  @Override
  public void take(Signal signal) {
    if (signal instanceof Signal.LineClosed) {
      finish();
    }
    next.hand(signal);
    if (signal instanceof Signal.Key(char key)) {
      press(key);
    }
  }

  private void press(char key) {
    pause.cancel();
    switch (key) {
      case '#' -> finish();
      case '*' -> digits.setLength(0);
      default -> {
        if (Character.isDigit(key) && digits.length() < MOST) {
          digits.append(key);
        }
        pause = call.thread().after(PAUSE, this::finish);
      }
    }
  }

  private void finish() {
    pause.cancel();
    if (!digits.isEmpty()) {
      String all = digits.toString();
      digits.setLength(0);
      next.hand(new Signal.Keyed(all));
    }
  }
}
