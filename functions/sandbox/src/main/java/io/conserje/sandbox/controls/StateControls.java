package io.conserje.sandbox.controls;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.sandbox.Quiet;
import io.conserje.sandbox.Reset;
import io.conserje.sandbox.Venues;
import io.conserje.sandbox.http.Form;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Back to the seeds, waiting until nothing is going on, and which house an address belongs to. */
public final class StateControls implements ControlGroup {

  private static final int LONGEST_WAIT_SECONDS = 600;

  private final Quiet quiet;
  private final Reset reset;
  private final Venues venues;

  public StateControls(Quiet quiet, Reset reset, Venues venues) {
    this.quiet = quiet;
    this.reset = reset;
    this.venues = venues;
  }

  @Override
  public List<Control> controls() {
    String address =
        "{\"channel\": \"whatsapp\", \"address\": \"+34600000900\", \"venue\": \"restaurante\"}";
    return List.of(
        new Control("POST", "/_sim/reset", "nothing", (body, query) -> reset()),
        new Control("GET", "/_sim/idle", "?timeout=<seconds>", (body, query) -> idle(query)),
        new Control("PUT", "/_sim/addresses", address, (body, query) -> address(body)));
  }

  private Control.Reply reset() {
    reset.run();
    return Control.Reply.ok(Map.of("reset", true));
  }

  private Control.Reply idle(Form query) {
    double seconds = Double.parseDouble(query.find("timeout").orElse("30"));
    if (!(seconds >= 0 && seconds <= LONGEST_WAIT_SECONDS)) {
      throw new IllegalArgumentException("timeout is not between 0 and 600.");
    }
    boolean idle = quiet.await(Duration.ofMillis((long) (seconds * 1000)));
    return new Control.Reply(idle ? 200 : 504, Map.of("idle", idle));
  }

  private Control.Reply address(JsonNode body) {
    Fields fields = Fields.of(body, "channel", "address", "venue");
    String venue = fields.required("venue");
    if (!venues.ids().contains(venue)) {
      throw new IllegalArgumentException(
          "There is no venue " + venue + ", only " + String.join(", ", venues.ids()) + ".");
    }
    venues.address(fields.required("channel"), fields.required("address"), venue);
    return Control.Reply.ok(body);
  }
}
