package io.conserje.connectors.vapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.call.CallEvent;
import io.conserje.call.CallReport;
import io.conserje.call.CallState;
import io.conserje.connectors.json.Cut;
import io.conserje.conversation.ToolCall;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VapiMessagesTest {

  private final VapiNews news = new VapiNews(Samples.JSON);
  private final VapiToolCalls calls = new VapiToolCalls(Samples.JSON);

  @Test
  void argumentsAsAnObjectAndAsATextAreTheSame() {
    ToolCall object = calls.of(Samples.message("tool-calls.json")).getFirst();
    ToolCall text = calls.of(Samples.message("tool-calls-string-arguments.json")).getFirst();

    assertEquals("call_9fZk2Qw0sampleA1", object.id());
    assertEquals("call_9fZk2Qw0sampleB1", text.id());
    assertEquals(object.arguments(), text.arguments());
    assertEquals("2026-09-09", text.arguments().get("date"));
  }

  @Test
  void aCutOffTextIsUnreadableAndNothingAtAllIsNoArguments() {
    VapiMessage message =
        Samples.message(
            Map.of(
                "type",
                "tool-calls",
                "toolCallList",
                List.of(
                    Map.of("id", "1", "name", "a", "arguments", "{\"date\": \"20"),
                    Map.of("id", "2", "name", "b"),
                    Map.of("id", "3", "name", "c", "arguments", List.of(1)))));

    assertEquals(
        List.of(false, true, false), calls.of(message).stream().map(ToolCall::readable).toList());
  }

  @Test
  void theReportIsReadWithWhatItHas() {
    CallEvent event = news.of(Samples.message("end-of-call-report.json")).orElseThrow();
    CallReport report = event.report();

    assertEquals(CallState.ENDED, event.state());
    assertEquals("customer-ended-call", report.endedReason());
    assertEquals(Instant.parse("2026-09-08T08:01:35.100Z"), report.endedAt());
    assertEquals(87_300, report.costMicros());
    assertTrue(report.outcome().contains("\"intent\":\"booking\""));
    assertEquals(2, report.lines().size(), "what the system was told is not said");
    assertTrue(report.recording().endsWith("-mono.wav"));
  }

  @Test
  void whatOldReportsHaveBesideIsReadTooAndNothingIsNeeded() {
    CallReport old =
        news.of(
                Samples.message(
                    Map.of(
                        "type", "end-of-call-report",
                        "summary", "s",
                        "transcript", "t",
                        "recordingUrl", "u",
                        "messages", List.of(Map.of("role", "user", "message", "hola")))))
            .orElseThrow()
            .report();
    assertEquals(List.of("s", "t", "u"), List.of(old.summary(), old.transcript(), old.recording()));
    assertEquals(1, old.lines().size());

    CallReport bare =
        news.of(Samples.message(Map.of("type", "end-of-call-report"))).orElseThrow().report();
    assertNull(bare.costMicros());
    assertEquals("", bare.transcript());
  }

  @Test
  void whoTalksToWhomIsFoundWhereverItStands() {
    VapiMessage message =
        Samples.message(
            Map.of(
                "type",
                "hang",
                "call",
                Map.of(
                    "id", "c1",
                    "type", "outboundPhoneCall",
                    "phoneNumberId", "p1",
                    "phoneNumber", Map.of("number", "+34600000900"),
                    "customer", Map.of("sipUri", "sip:anonymous@anonymous.invalid"))));

    assertEquals(List.of("+34600000900", "p1"), message.place().houseAddresses());
    assertEquals("outbound", message.place().direction());
    assertEquals("hidden:vapi:c1", message.place().guestAddress());
  }

  @Test
  void chatterIsNoNewsAndUnknownTypesAre() {
    assertTrue(news.of(Samples.message(Map.of("type", "speech-update"))).isEmpty());
    assertTrue(news.of(Samples.message(Map.of("type", "transcript", "transcript", "x"))).isEmpty());
    assertEquals(
        "new_thing", news.of(Samples.message(Map.of("type", "new thing"))).orElseThrow().signal());
  }

  @Test
  void whatNoDatabaseKeepsIsTakenOut() {
    VapiMessage message =
        Samples.message(
            "{\"message\":{\"type\":\"transcript\",\"transcriptType\":\"final\",\"transcript\":\"a\\u0000b\\ud800c 😊\"}}"
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));

    assertEquals("abc 😊", news.of(message).orElseThrow().line().text());
  }

  @Test
  void whatIsNoMessageIsNone() {
    for (String text : List.of("", "[]", "{", "null", "{\"message\":[]}", "{\"message\":{}}")) {
      assertFalse(
          VapiMessage.read(text.getBytes(), Samples.JSON, Samples.NOW, "c").isPresent(), text);
    }
  }

  @Test
  void aLongTextIsCutBetweenItsCharacters() {
    String cut = Cut.to("é".repeat(5_000), 4_001);

    assertEquals(2_000, cut.length());
  }
}
