package io.conserje.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.conserje.call.Calls.Unreported;
import io.conserje.call.ProviderCalls.Found;
import io.conserje.venue.VenueId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What nobody tells of a call that a browser brought, or was to bring. */
class BrowserCallsTest {

  private static final Instant HEARD = Instant.parse("2026-11-20T11:00:00Z");

  @Test
  void oneThatNobodyConnectedIsOver() {
    for (CallState state : List.of(CallState.SCHEDULED, CallState.QUEUED, CallState.RINGING)) {
      assertEquals("never_connected", ended(state, Duration.ofMinutes(11)).endedReason());
    }
  }

  @Test
  void oneWhoseHostHasDiedEndedWhenItWasLastHeardOf() {
    for (CallState state : List.of(CallState.IN_PROGRESS, CallState.FORWARDING)) {
      CallEvent event = ended(state, Duration.ofMinutes(10).plusSeconds(1));
      assertEquals("cut_off", event.endedReason());
      assertEquals(CallState.ENDED, event.state());
      assertEquals(HEARD, event.report().endedAt());
    }
  }

  @Test
  void oneInWhichSomethingIsSaidGoesOn() {
    assertInstanceOf(Found.GoesOn.class, ask(CallState.IN_PROGRESS, Duration.ofMinutes(10)));
  }

  private static CallEvent ended(CallState state, Duration later) {
    return assertInstanceOf(Found.Ended.class, ask(state, later)).event();
  }

  private static Found ask(CallState state, Duration later) {
    CallPlace place = new CallPlace("browser", "one", "", List.of(), "", "web");
    return new BrowserCalls(() -> HEARD.plus(later))
        .ask(new Unreported(new VenueId("casa"), place, state, HEARD, 0));
  }
}
