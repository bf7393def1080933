package io.conserje.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.guest.Guest;
import io.conserje.venue.Channel;
import io.conserje.venue.VenueId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OfferedTimesTest {

  private static final String TEXT = "A las 21:00 no, pero sí a las 20:30 o a las 22:00.";

  @Test
  void hoursThatATableToolOfferedAndTheWordsNameMayBeTouched() {
    Turn turn =
        offered(on("2026-11-21", "20:30"), on("2026-11-21", "22:00"), on("2026-11-21", "22:15"));

    assertEquals(List.of("20:30", "22:00"), OfferedTimes.in(turn, TEXT));
  }

  @Test
  void hoursOfSeveralDaysAreNotToldApart() {
    Turn turn = offered(on("2026-11-21", "20:30"), on("2026-11-22", "22:00"));

    assertEquals(List.of(), OfferedTimes.in(turn, TEXT));
  }

  @Test
  void nothingIsOfferedWhereNoToolDid() {
    assertEquals(List.of(), OfferedTimes.in(offered(), TEXT));
    assertEquals(List.of(), OfferedTimes.in(turn(), TEXT));
  }

  private static Map<String, Object> on(String date, String time) {
    return Map.of("date", date, "time", time);
  }

  @SafeVarargs
  private static Turn offered(Map<String, Object>... alternatives) {
    ToolCall call = new ToolCall("1", "check_availability", Map.of());
    ToolResult result =
        new ToolResult(
            "1",
            "check_availability",
            Map.of("status", "refused", "alternatives", List.of(alternatives)),
            null);
    return turn(new Step(1, 1, ModelAnswer.use(List.of(call), Map.of(), "es"), List.of(result)));
  }

  private static Turn turn(Step... steps) {
    return new Turn(
        UUID.randomUUID(),
        UUID.randomUUID(),
        new VenueId("restaurante"),
        1,
        Channel.WEBCHAT,
        new Guest("", "web:x"),
        "es",
        Map.of(),
        List.of(),
        List.of(),
        List.of(steps));
  }
}
