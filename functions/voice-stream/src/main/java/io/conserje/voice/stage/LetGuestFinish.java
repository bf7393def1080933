package io.conserje.voice.stage;

import io.conserje.voice.call.CallSession;
import io.conserje.voice.call.Signal;
import io.conserje.voice.call.Stage;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps back what the house has to say while the guest speaks. If the guest says something, it is
 * answered together with what was answered here; if it was nothing, this is said.
 */
public final class LetGuestFinish implements Stage {

  private final CallSession call;
  private final Next next;
  private final List<Signal.Say> kept = new ArrayList<>();
  private boolean guestSpeaks;

  public LetGuestFinish(CallSession call, Next next) {
    this.call = call;
    this.next = next;
  }

  @Override
  public void take(Signal signal) {
    switch (signal) {
      case Signal.GuestSpeaks _ -> guestSpeaks = true;
      case Signal.GuestQuiet _ -> guestSpeaks = false;
      case Signal.GuestSaid _, Signal.GuestWaits _, Signal.LineClosed _ -> {
        guestSpeaks = false;
        kept.clear();
      }
      default -> {}
    }
    if (signal instanceof Signal.Say say && guestSpeaks) {
      call.tally().count("kept_while_guest_speaks");
      kept.add(say);
    } else {
      next.hand(signal);
    }
    if (signal instanceof Signal.GuestQuiet) {
      kept.forEach(next::hand);
      kept.clear();
    }
  }
}
