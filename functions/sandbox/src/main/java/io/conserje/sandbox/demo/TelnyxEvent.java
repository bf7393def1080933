package io.conserje.sandbox.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.sandbox.Sandbox;
import io.conserje.sandbox.telnyx.TelnyxCalls;
import io.conserje.sandbox.telnyx.TelnyxGuests;
import java.io.PrintStream;
import java.util.List;

/**
 * A guest writes by SMS over Telnyx and is answered there; another calls over Telnyx while the
 * house has no voice, is put through to nobody, and leaves a message.
 */
public final class TelnyxEvent {

  private static final String VENUE = "hotel";
  private static final String HOUSE = "+34600000910";
  private static final String WRITER = "+34600000141";
  private static final String CALLER = "+34600000142";
  private static final String QUESTION = "¿A qué hora es el check-in?";
  private static final long PATIENCE_SECONDS = 30;

  private final Sandbox sandbox;
  private final Steps steps;
  private final HouseApi api;

  private TelnyxEvent(Sandbox sandbox, Steps steps, HouseApi api) {
    this.sandbox = sandbox;
    this.steps = steps;
    this.api = api;
  }

  /** Whether every step held. */
  public static boolean play(Sandbox sandbox, PrintStream out) {
    Steps steps = new Steps(out);
    try (HouseApi api = new HouseApi(sandbox)) {
      new TelnyxEvent(sandbox, steps, api).play();
    } catch (RuntimeException e) {
      steps.check(e.getMessage(), false);
    }
    return steps.allHeld();
  }

  private void play() {
    steps.title("A question by SMS: " + WRITER + " writes to " + HOUSE + " (Telnyx)");
    write();
    steps.title("A call: " + CALLER + " rings " + HOUSE + " (Telnyx)");
    call();
  }

  private void write() {
    steps.guest(QUESTION);
    long start = System.nanoTime();
    sandbox.telnyx().guests().write(new TelnyxGuests.Written(WRITER, HOUSE, QUESTION, "", null, 1));
    if (steps.check(
        "the answer comes back over Telnyx",
        Steps.await(PATIENCE_SECONDS, () -> !answers().isEmpty()))) {
      steps.house(answers().getFirst().text(), (System.nanoTime() - start) / 1_000_000);
    }
  }

  private List<TelnyxGuests.Got> answers() {
    return sandbox.telnyx().guests().sentTo(WRITER);
  }

  private void call() {
    TelnyxCalls.Played played =
        sandbox
            .telnyx()
            .calls()
            .play(
                new TelnyxCalls.Script(
                    CALLER, HOUSE, TelnyxCalls.Sound.ENDED, "no-answer", true, ""));
    steps.line("Telnyx is told to " + String.join(", ", played.commands()));
    steps.check("the call is answered, led to its end and hung up", led(played));
    steps.check("the house keeps the call", Steps.await(PATIENCE_SECONDS, this::kept));
  }

  private static boolean led(TelnyxCalls.Played played) {
    return played.answered() && played.over() && played.commands().contains("record_start");
  }

  /** With its end and what it cost. */
  private boolean kept() {
    JsonNode call = api.call(VENUE, DinnerDate.today(sandbox.clock().instant()), CALLER);
    return call.path("state").asText().equals("ended")
        && call.path("cost").path("micros").asLong() > 0;
  }
}
