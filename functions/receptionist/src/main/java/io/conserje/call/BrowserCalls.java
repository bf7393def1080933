package io.conserje.call;

import io.conserje.call.Calls.Unreported;
import java.time.InstantSource;

/**
 * Calls that a browser was to bring, of which nobody tells but the browser itself: one that was
 * announced, and whose address nobody went to while it was good, has never been a call.
 */
public final class BrowserCalls implements ProviderCalls {

  private static final String NEVER_CONNECTED = "never_connected";

  private final InstantSource clock;

  public BrowserCalls(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public String provider() {
    return BeginBrowserCall.PROVIDER;
  }

  /** Whatever has connected is ended by whoever carries its sound. */
  @Override
  public Found ask(Unreported call) {
    if (call.state().compareTo(CallState.RINGING) > 0) {
      return new Found.GoesOn();
    }
    CallEvent over =
        CallEvent.of(
            call.place(),
            "asked",
            "asked",
            clock.instant(),
            clock.instant(),
            call.place().callId());
    return new Found.Ended(over.reporting(CallReport.ofEnd(NEVER_CONNECTED, null)));
  }
}
