package io.conserje.sandbox.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.sandbox.Sandbox;
import io.conserje.sandbox.meta.MetaGuests;
import io.conserje.sandbox.meta.MetaMessage;
import java.util.List;

/** A guest writes to the same restaurant at its number at Meta, and reads the answer there. */
public final class MetaQuestion {

  private static final String GUEST = "+34600000105";
  private static final String VENUE = "restaurante";
  private static final String TEXT = "¿A qué hora abren mañana?";
  private static final int PATIENCE_SECONDS = 30;

  private final Sandbox sandbox;
  private final Steps steps;
  private final HouseApi api;

  private MetaQuestion(Sandbox sandbox, Steps steps, HouseApi api) {
    this.sandbox = sandbox;
    this.steps = steps;
    this.api = api;
  }

  /** Whether every step held. */
  public static boolean play(Sandbox sandbox, java.io.PrintStream out) {
    Steps steps = new Steps(out);
    try (HouseApi api = new HouseApi(sandbox)) {
      new MetaQuestion(sandbox, steps, api).play();
    } catch (RuntimeException e) {
      steps.check(e.getMessage(), false);
    }
    return steps.allHeld();
  }

  private void play() {
    steps.title("WhatsApp at Meta: " + GUEST + " writes to number " + MetaGuests.RESTAURANT);
    steps.check("Meta's challenge is answered", sandbox.meta().verify());
    steps.guest(TEXT);
    long start = System.nanoTime();
    MetaGuests.Delivered delivered =
        sandbox.meta().guests().write(MetaGuests.Written.text(GUEST, "Ana", TEXT));
    steps.check("the notice is taken with 200", delivered.statuses().equals(List.of(200)));
    boolean answered = Steps.await(PATIENCE_SECONDS, () -> !answers().isEmpty());
    if (steps.check("an answer within " + PATIENCE_SECONDS + " s", answered)) {
      steps.house(answers().getFirst(), (System.nanoTime() - start) / 1_000_000);
      steps.check(
          "the house knows that it was delivered",
          Steps.await(PATIENCE_SECONDS, this::knownDelivered));
    }
  }

  private List<String> answers() {
    return sandbox.meta().messages().sentTo(GUEST.substring(1)).stream()
        .map(MetaMessage::body)
        .toList();
  }

  private boolean knownDelivered() {
    JsonNode conversation = api.conversation(VENUE, GUEST);
    return conversation.toString().contains("\"delivered\"");
  }
}
