package io.conserje.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.conversation.ToolResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallSummaryTest {

  @Test
  void whatWasDoneIsSaidWithWhatTheBookSaysOfIt() {
    CallSummary summary =
        CallSummary.of(
            List.of(
                result("check_availability", Map.of("status", "refused", "reason", "full")),
                result("check_availability", Map.of("status", "free")),
                result(
                    "create_reservation",
                    Map.of(
                        "status",
                        "booked",
                        "reference",
                        "ABC123",
                        "date",
                        "2026-11-21",
                        "time",
                        "21:00",
                        "party_size",
                        4,
                        "name",
                        "Ana")),
                result(
                    "get_house_info",
                    Map.of("status", "found", "topics", List.of(Map.of("topic", "parking"))))),
            5);

    assertEquals(
        "A table was booked (reference ABC123, date 2026-11-21, time 21:00, party size 4, name Ana)."
            + " The guest was told about: parking. Not possible: check availability (full).",
        summary.text());
    assertEquals(
        List.of(
            Map.of(
                "tool",
                "create_reservation",
                "status",
                "booked",
                "reference",
                "ABC123",
                "date",
                "2026-11-21",
                "time",
                "21:00",
                "party_size",
                4,
                "name",
                "Ana")),
        summary.outcome().get("actions"));
    assertEquals(false, summary.outcome().get("to_person"));
  }

  @Test
  void whatWasRefusedWasNotDone() {
    CallSummary summary =
        CallSummary.of(
            List.of(result("create_reservation", Map.of("status", "refused", "reason", "full"))),
            2);

    assertEquals(
        "Nothing was booked, changed or left to a person. Not possible: create reservation (full).",
        summary.text());
    assertEquals(List.of(), summary.outcome().get("actions"));
  }

  @Test
  void whoSaidNothingIsSaidToHaveSaidNothing() {
    assertEquals("The guest said nothing.", CallSummary.of(List.of(), 0).text());
  }

  @Test
  void aPersonWhoWasAskedForIsNoted() {
    CallSummary summary =
        CallSummary.of(
            List.of(
                result("hand_to_person", Map.of("status", "handed_over", "reason", "complaint"))),
            2);

    assertEquals("A person was asked for (reason complaint).", summary.text());
    assertEquals(true, summary.outcome().get("to_person"));
  }

  private static ToolResult result(String tool, Map<String, Object> content) {
    return new ToolResult("1", tool, content, null);
  }
}
