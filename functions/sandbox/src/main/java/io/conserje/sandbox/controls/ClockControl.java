package io.conserje.sandbox.controls;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.sandbox.SandboxClock;
import io.conserje.sandbox.Scheduler;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Setting and reading the clock. What the clock has run past is done at once, once. */
public final class ClockControl implements ControlGroup {

  private static final String PATH = "/_sim/clock";
  private static final String EXPECTED =
      "{\"now\"?: \"2026-11-20T12:00:00+01:00\", \"running\"?: true}";

  private final SandboxClock clock;
  private final Scheduler scheduler;

  public ClockControl(SandboxClock clock, Scheduler scheduler) {
    this.clock = clock;
    this.scheduler = scheduler;
  }

  @Override
  public List<Control> controls() {
    return List.of(
        new Control("POST", PATH, EXPECTED, (body, query) -> set(body)),
        new Control("GET", PATH, "nothing", (body, query) -> read()));
  }

  private Control.Reply set(JsonNode body) {
    Fields fields = Fields.of(body, "now", "running");
    String now = fields.text("now", null);
    Instant instant = now == null ? clock.instant() : SandboxClock.parse(now);
    boolean forward = clock.set(instant, fields.flag("running", clock.running()));
    if (forward) {
      scheduler.now();
    }
    return read();
  }

  private Control.Reply read() {
    return Control.Reply.ok(Map.of("now", clock.instant().toString(), "running", clock.running()));
  }
}
