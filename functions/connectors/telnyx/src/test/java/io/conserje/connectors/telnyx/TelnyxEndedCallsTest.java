package io.conserje.connectors.telnyx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.conserje.call.CallPlace;
import io.conserje.call.CallState;
import io.conserje.call.Calls.Unreported;
import io.conserje.call.ProviderCalls.Found;
import io.conserje.testkit.http.ScriptedServer;
import io.conserje.venue.VenueId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TelnyxEndedCallsTest {

  private final ScriptedServer server = new ScriptedServer();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aCallThatIsOverIsReported() {
    server.answers(
        200,
        "{\"data\":{\"is_alive\":false,\"end_time\":\"2026-11-20T10:00:00Z\",\"call_duration\":9}}");

    Found.Ended ended = assertInstanceOf(Found.Ended.class, ask("v3:1"));

    assertEquals("/v2/calls/v3%3A1", server.seen().getFirst().path());
    assertEquals(CallState.ENDED, ended.event().state());
    assertEquals(Instant.parse("2026-11-20T10:00:00Z"), ended.event().report().endedAt());
  }

  @Test
  void everythingElseIsToldApart() {
    server.answers(200, "{\"data\":{\"is_alive\":true}}");
    assertInstanceOf(Found.GoesOn.class, ask("v3:1"));
    server.afresh().answers(404, TelnyxUnderTest.error("10005", "Resource not found"));
    assertInstanceOf(Found.Unknown.class, ask("v3:1"));
    server.afresh().answers(401, "");
    assertInstanceOf(Found.NoAnswer.class, ask("v3:1"));
    server.afresh().answers(200, "<html>");
    assertInstanceOf(Found.NoAnswer.class, ask("v3:1"));
    server.close();
    assertInstanceOf(Found.NoAnswer.class, ask("v3:1"));
    assertInstanceOf(Found.Unknown.class, ask(""), "of one whose number was never told");
  }

  @Test
  void itIsAskedWellBeforeItForgets() {
    assertEquals(Duration.ofMinutes(5), calls().quiet());
  }

  private TelnyxEndedCalls calls() {
    return new TelnyxEndedCalls(TelnyxUnderTest.api(server), () -> TelnyxUnderTest.NOW);
  }

  private Found ask(String control) {
    CallPlace place = new CallPlace("telnyx", "leg", control, List.of(), "", "inbound");
    return calls()
        .ask(
            new Unreported(
                new VenueId("casa"), place, CallState.IN_PROGRESS, TelnyxUnderTest.NOW, 0));
  }
}
