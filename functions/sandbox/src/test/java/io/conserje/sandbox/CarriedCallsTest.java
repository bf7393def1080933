package io.conserje.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.sandbox.twilio.GuestCalls.Played;
import io.conserje.sandbox.twilio.GuestCalls.Script;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Calls over Twilio whose sound the house carries itself. */
@InSharedSandbox
class CarriedCallsTest {

  private static Sandbox sandbox;

  @BeforeAll
  static void open(Sandbox shared) {
    sandbox = shared;
  }

  @Test
  void aHouseWithoutAVoiceLetsNobodyIn() {
    Played played =
        sandbox
            .twilio()
            .calls()
            .play(Script.talking("+34610000701", Guests.RESTAURANT, List.of()));

    assertTrue(
        played.carried().moments().toString().contains("503"), played.carried().toString());
    assertEquals("Stream", played.steps().get(0).verb());
    assertEquals("Redirect", played.steps().get(1).verb());
  }
}
