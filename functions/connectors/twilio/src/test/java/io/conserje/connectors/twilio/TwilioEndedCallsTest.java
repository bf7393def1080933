package io.conserje.connectors.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.conserje.call.CallPlace;
import io.conserje.call.CallReport;
import io.conserje.call.CallState;
import io.conserje.call.Calls.Unreported;
import io.conserje.call.ProviderCalls.Found;
import io.conserje.connectors.json.OpenJson;
import io.conserje.testkit.http.ScriptedServer;
import io.conserje.venue.VenueId;
import io.micronaut.serde.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TwilioEndedCallsTest {

  private static final Instant NOW = Instant.parse("2026-11-20T11:00:00Z");
  private static final String NO_SUCH_CALL =
      """
      {"code":20404,"message":"The requested resource was not found","status":404}
      """;

  private final ScriptedServer server = new ScriptedServer();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aCallThatIsOverIsReportedAsItsLastCallbackWouldHave() {
    server.answers(
        200,
        """
        {"sid":"CA1","status":"completed","duration":"42","price":null,"direction":"inbound",
         "start_time":"Fri, 20 Nov 2026 10:20:00 +0000","end_time":"Fri, 20 Nov 2026 10:20:42 +0000"}
        """);

    CallReport report = assertInstanceOf(Found.Ended.class, ask()).event().report();

    assertEquals("/2010-04-01/Accounts/AC1/Calls/CA1.json", server.seen().getFirst().path());
    assertEquals(basic("AC1:token"), server.seen().getFirst().authorization());
    assertEquals("completed", report.endedReason());
    assertEquals(Instant.parse("2026-11-20T10:20:00Z"), report.startedAt());
    assertEquals(Instant.parse("2026-11-20T10:20:42Z"), report.endedAt());
  }

  @Test
  void whyNobodyTalkedIsTwiliosWord() {
    server.answers(200, "{\"status\":\"no-answer\",\"duration\":null}");

    Found.Ended ended = assertInstanceOf(Found.Ended.class, ask());

    assertEquals(CallState.ENDED, ended.event().state());
    assertEquals("no-answer", ended.event().endedReason());
    assertNull(ended.event().report().startedAt());
  }

  @Test
  void aCallThatTwilioDoesNotKnowIsLost() {
    server.answers(404, NO_SUCH_CALL);

    assertEquals("lost", assertInstanceOf(Found.Ended.class, ask()).event().endedReason());
  }

  @Test
  void whatIsNoAnswerOfTwiliosEndsNothing() {
    server.answers(200, "{\"status\":\"in-progress\"}");
    assertInstanceOf(Found.GoesOn.class, ask());
    server.afresh().answers(404, "<html>");
    assertInstanceOf(Found.NoAnswer.class, ask(), "somebody else's 404");
    server.afresh().answers(503, "");
    assertInstanceOf(Found.NoAnswer.class, ask());
    server.afresh().answers(200, "{}");
    assertInstanceOf(Found.NoAnswer.class, ask());
    server.afresh().answersNothing();
    assertInstanceOf(Found.NoAnswer.class, ask());
  }

  @Test
  void inARotationTheOtherTokenIsTried() {
    server.answers(401, "").answers(200, "{\"status\":\"ringing\"}");

    assertInstanceOf(Found.GoesOn.class, ask());
    assertEquals(basic("AC1:second"), server.seen().getLast().authorization());
  }

  private Found ask() {
    CallPlace place = new CallPlace("twilio", "CA1", "", List.of(), "", "inbound");
    return new TwilioEndedCalls(
            () -> new TwilioAccount("AC1", "token,second", server.url(), ""),
            new OpenJson(ObjectMapper.getDefault()),
            () -> NOW)
        .ask(new Unreported(new VenueId("casa"), place, CallState.IN_PROGRESS, NOW, 0));
  }

  private static String basic(String pair) {
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }
}
