package io.conserje.call;

import io.conserje.call.Calls.Unreported;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Calls that a browser was to bring, of which nobody tells but the browser itself: one that was
 * announced, and whose address nobody went to while it was good, has never been a call. One that
 * was talked in is ended by whoever carries its sound, unless its host has died.
 */
public final class BrowserCalls implements ProviderCalls {

  private static final String NEVER_CONNECTED = "never_connected";
  private static final String CUT_OFF = "cut_off";

  private final InstantSource clock;

  public BrowserCalls(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public String provider() {
    return BeginBrowserCall.PROVIDER;
  }

  /**
   * No address is good for so long as {@link #quiet}, and in a call that goes on the house says
   * something every minute.
   */
  @Override
  public Found ask(Unreported call) {
    Instant now = clock.instant();
    if (call.state().compareTo(CallState.RINGING) <= 0) {
      return ended(call, NEVER_CONNECTED, now);
    }
    boolean lost = call.heardAt().isBefore(now.minus(quiet()));
    return lost ? ended(call, CUT_OFF, call.heardAt()) : new Found.GoesOn();
  }

  private Found ended(Unreported call, String reason, Instant at) {
    CallEvent over =
        CallEvent.of(call.place(), "asked", "asked", at, clock.instant(), call.place().callId());
    return new Found.Ended(over.reporting(CallReport.ofEnd(reason, at)));
  }
}
