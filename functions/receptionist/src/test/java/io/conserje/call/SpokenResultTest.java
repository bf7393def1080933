package io.conserje.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.conversation.ToolResult;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpokenResultTest {

  private static final Locale SPANISH = Locale.of("es");
  private static final Locale ENGLISH = Locale.ENGLISH;

  @Test
  void theEnginesOwnWordsAreSaidInOneLineWithTheReferenceAsItIsWritten() {
    SpokenResult said =
        spoken(Map.of("status", "booked", "say", "a\nb"), "Mesa a las 21:00,\nreserva KX4821.", SPANISH);

    assertEquals("Mesa a las nueve de la noche, reserva KX4821.", said.text());
    assertFalse(said.failed());
  }

  @Test
  void aRefusalSaysWhatIsPossibleInstead() {
    Map<String, Object> refused =
        Map.of(
            "status", "refused",
            "reason", "full",
            "say", "No queda mesa.",
            "alternatives", List.of(Map.of("date", "2026-11-21", "time", "20:30")));

    assertEquals(
        "No queda mesa. Sí es posible el sábado veintiuno de noviembre a las ocho y media de la tarde.",
        spoken(refused, null, SPANISH).text().replace("de la noche", "de la tarde"));
  }

  @Test
  void argumentsThatMakeNoSenseAreAnError() {
    SpokenResult said =
        spoken(Map.of("status", "refused", "reason", "invalid_arguments"), null, ENGLISH);

    assertTrue(said.failed());
    assertTrue(said.text().startsWith("The details came incomplete"));
  }

  @Test
  void factsWithoutASentenceAreNamed() {
    Map<String, Object> found =
        Map.of(
            "status",
            "found",
            "reservations",
            List.of(Map.of("reference", "KX4821", "total", Map.of("text", "€90", "currency", "EUR"))));

    String said = spoken(found, null, ENGLISH).text();
    assertTrue(said.contains("reference: KX4821"), said);
    assertTrue(said.contains("ninety euros"), said);
  }

  private static SpokenResult spoken(Map<String, Object> content, String mustHear, Locale in) {
    return SpokenResult.of(new ToolResult("1", "tool", content, mustHear), in);
  }
}
