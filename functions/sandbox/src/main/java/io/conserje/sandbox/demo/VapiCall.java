package io.conserje.sandbox.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.conserje.sandbox.Json;
import io.conserje.sandbox.Sandbox;
import io.conserje.sandbox.twilio.GuestPhones;
import io.conserje.sandbox.vapi.PhoneCalls;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * A guest calls, VAPI answers in the house's name and books a table; what is booked is confirmed on
 * WhatsApp, where the guest is the same.
 */
public final class VapiCall {

  private static final String VENUE = "restaurante";
  private static final String HOUSE = "+34600000900";
  private static final String GUEST = "+34600000121";
  private static final String NAME = "Pablo Ejemplo";
  private static final long PATIENCE_SECONDS = 30;

  private final Sandbox sandbox;
  private final Steps steps;
  private final HouseApi api;
  private final DinnerDate dinner;

  private VapiCall(Sandbox sandbox, Steps steps, HouseApi api) {
    this.sandbox = sandbox;
    this.steps = steps;
    this.api = api;
    this.dinner = DinnerDate.after(sandbox.clock().instant());
  }

  /** Whether every step held. */
  public static boolean play(Sandbox sandbox, java.io.PrintStream out) {
    Steps steps = new Steps(out);
    try (HouseApi api = new HouseApi(sandbox)) {
      new VapiCall(sandbox, steps, api).play();
    } catch (RuntimeException e) {
      steps.check(e.getMessage(), false);
    }
    return steps.allHeld();
  }

  private void play() {
    steps.title("A table by telephone: " + NAME + ", " + GUEST + ", calls " + HOUSE + " (VAPI)");
    long start = System.nanoTime();
    PhoneCalls.Played played =
        sandbox
            .vapi()
            .calls()
            .play(new PhoneCalls.Script(GUEST, HOUSE, script(), "customer-ended-call"));
    long millis = (System.nanoTime() - start) / 1_000_000;
    JsonNode assistant = played.assistant().path("assistant");
    if (!steps.check("the call gets an assistant", assistant.has("firstMessage"))) {
      return;
    }
    steps.house(assistant.path("firstMessage").asText(), millis);
    steps.guest("Una mesa para dos " + dinner.words() + " a las nueve.");
    String said = played.results().path(0).path("result").asText();
    steps.house(said, millis);
    steps.check("the tool call is answered in one line", !said.isEmpty() && !said.contains("\n"));
    steps.check("the reservation waits for a yes in writing", status().equals(List.of("pending")));
    confirm();
    steps.check("the house keeps the call", Steps.await(PATIENCE_SECONDS, this::kept));
  }

  private ArrayNode script() {
    ArrayNode script = Json.object().putArray("steps");
    script.addObject().put("user", "Una mesa para dos " + dinner.words() + " a las nueve.");
    script
        .addObject()
        .put("tool", "create_reservation")
        .putObject("arguments")
        .put("date", dinner.date().toString())
        .put("time", "21:00")
        .put("party_size", 2)
        .put("name", NAME);
    return script;
  }

  private void confirm() {
    boolean asked =
        Steps.await(
            PATIENCE_SECONDS,
            () -> !sandbox.twilio().messages().sentTo("whatsapp:" + GUEST).isEmpty());
    if (!steps.check("the guest is asked on WhatsApp", asked)) {
      return;
    }
    steps.guest("sí (on WhatsApp)");
    sandbox.twilio().guests().write(new GuestPhones.Written(GUEST, HOUSE, "sí", NAME, null, 1));
    steps.check(
        "what was booked by telephone is confirmed on WhatsApp",
        Steps.await(PATIENCE_SECONDS, () -> status().equals(List.of("confirmed"))));
  }

  private List<String> status() {
    return StreamSupport.stream(api.reservations(VENUE, dinner.date()).spliterator(), false)
        .filter(reservation -> reservation.path("guest").path("phone").asText().equals(GUEST))
        .map(reservation -> reservation.path("status").asText())
        .toList();
  }

  /** With its end, what was said and what it cost. */
  private boolean kept() {
    JsonNode call = api.call(VENUE, DinnerDate.today(sandbox.clock().instant()), GUEST);
    return call.path("state").asText().equals("ended")
        && call.path("reported").asBoolean()
        && call.path("cost").path("micros").asLong() > 0
        && call.path("lines").size() >= 2;
  }
}
