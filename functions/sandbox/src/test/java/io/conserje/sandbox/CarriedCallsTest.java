package io.conserje.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.names.Variable;
import io.conserje.sandbox.demo.PhoneCall;
import io.conserje.sandbox.twilio.GuestCalls.Played;
import io.conserje.sandbox.twilio.GuestCalls.Script;
import java.nio.file.Path;
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
    sandbox.carryCalls();
  }

  @Test
  void theDemoHolds() {
    assertTrue(PhoneCall.play(sandbox, Path.of("target"), System.out));
  }

  @Test
  void aHouseWithoutAVoiceLetsNobodyIn() {
    String key = sandbox.settings().get(Variable.ELEVENLABS_API_KEY);
    sandbox.settings().set(Variable.ELEVENLABS_API_KEY, "");
    sandbox.settings().set(Variable.ESPEAK_PROGRAM, "no-such-program");
    Played played = call("+34610000701");
    sandbox.settings().set(Variable.ELEVENLABS_API_KEY, key);
    sandbox.settings().set(Variable.ESPEAK_PROGRAM, null);

    assertTrue(played.carried().moments().toString().contains("503"), played.toString());
    assertEquals("Stream", played.steps().get(0).verb());
    assertEquals("Redirect", played.steps().get(1).verb());
  }

  private static Played call(String from) {
    return sandbox.twilio().calls().play(Script.talking(from, Guests.RESTAURANT, List.of()));
  }
}
