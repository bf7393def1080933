package io.conserje.sandbox.telnyx;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** The house's people, to whom a caller is put through: legs of the caller's session. */
final class TelnyxPeople {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

  private final TelnyxCalls calls;

  TelnyxPeople(TelnyxCalls calls) {
    this.calls = calls;
  }

  /** Whoever picks up has the caller at once. */
  void transfer(TelnyxCall caller, JsonNode body) {
    TelnyxCall leg = leg(caller, body, "target_leg_client_state");
    if (picksUp(caller, leg)) {
      join(caller, leg);
    }
  }

  /** {@code POST /calls} with the caller's leg in it: whoever picks up waits for commands. */
  TelnyxAnswer ring(TelnyxCall caller, JsonNode body) {
    TelnyxCall leg = leg(caller, body, "client_state");
    Thread.startVirtualThread(() -> {
      awaitTone(caller);
      picksUp(caller, leg);
    });
    return new TelnyxAnswer(200, leg.json());
  }

  /** Nobody picks up before it has rung. */
  private static void awaitTone(TelnyxCall caller) {
    long end = System.nanoTime() + LONGEST_WAIT.toNanos();
    while (!caller.told().contains("playback_start")
        && !caller.isOver()
        && System.nanoTime() < end) {
      TelnyxWebhooks.pause(20);
    }
  }

  private TelnyxCall leg(TelnyxCall caller, JsonNode body, String state) {
    String to = body.path("to").asText();
    TelnyxCall leg =
        new TelnyxCall(
            caller.sessionId, caller.to, to, false, caller.script, calls.clock().instant());
    leg.keep(body.path(state).asText(null));
    calls.add(leg);
    return leg;
  }

  private boolean picksUp(TelnyxCall caller, TelnyxCall leg) {
    switch (caller.script.dial()) {
      case "completed", "machine" -> {
        leg.answer();
        calls.send("call.answered", leg.payload());
        return true;
      }
      case "busy" -> calls.over(leg, "user_busy", "callee");
      default -> calls.over(leg, "timeout", "callee");
    }
    return false;
  }

  /** Who hears that a key is wanted presses 1; a machine presses nothing. */
  void asked(TelnyxCall leg) {
    boolean machine = leg.script.dial().equals("machine");
    calls.send(
        "call.gather.ended",
        leg.payload()
            .put("digits", machine ? "" : "1")
            .put("status", machine ? "timeout" : "valid"));
  }

  boolean isThere(String controlId) {
    return calls.find(controlId).filter(leg -> !leg.isOver()).isPresent();
  }

  void bridge(TelnyxCall caller, TelnyxCall leg) {
    join(caller, leg);
  }

  private void join(TelnyxCall caller, TelnyxCall leg) {
    calls.send("call.bridged", caller.payload());
    calls.send("call.bridged", leg.payload());
    calls.over(leg, "normal_clearing", "callee");
    calls.over(caller, "normal_clearing", "callee");
  }
}
