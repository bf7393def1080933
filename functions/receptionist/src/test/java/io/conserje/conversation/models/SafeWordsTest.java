package io.conserje.conversation.models;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.conversation.ModelAnswer;
import io.conserje.conversation.ModelRequest;
import io.conserje.conversation.Patience;
import io.conserje.conversation.Step;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.venue.Channel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What of an answer may be said before its end is known. */
class SafeWordsTest {

  private static final Instant NOW = Instant.parse("2026-11-20T11:00:00Z");
  private static final String BOOKED = "Su mesa queda reservada. La referencia es KM4729.";

  private List<Step> steps = List.of();

  @Test
  void aSentenceIsSaidOnceSomethingComesAfterIt() {
    assertEquals(List.of(), early("Claro que sí, señora."));
    assertEquals(List.of("Claro que sí, señora."), early("Claro que sí, señora. ¿Para"));
  }

  @Test
  void aWordAloneIsNotWorthIt() {
    assertEquals(List.of("Sí. Claro que sí."), early("Sí. Claro que sí. ¿Para"));
  }

  @Test
  void anAbbreviationEndsNoSentence() {
    assertEquals(List.of("Muy bien, Sra. López."), early("Muy bien, Sra. López. ¿Para qué día?"));
  }

  @Test
  void whatComesAfterTheFirstSentenceComesInOnePiece() {
    String rest = " " + "La terraza da al mar y tiene sombra. ".repeat(5).strip();
    assertEquals(
        List.of("Tenemos terraza y comedor.", rest),
        early("Tenemos terraza y comedor." + rest + " ¿Cuál"));
  }

  @Test
  void whatNobodyGaveIsNotSaid() {
    assertEquals(List.of(), early("Hay mesa a las 22:45. ¿Le va bien?"));
    assertEquals(
        List.of("Buenas tardes, señora."),
        early("Buenas tardes, señora. El menú cuesta 45 euros. ¿Le va bien?"));
  }

  @Test
  void whatAToolGaveIsSaid() {
    steps = List.of(step(new ToolResult("1", "check_availability", Map.of("time", "22:45"), null)));
    assertEquals(List.of("Hay mesa a las 22:45."), early("Hay mesa a las 22:45. ¿Le va bien?"));
  }

  @Test
  void noDeedIsAnnouncedThatAToolMayStillRefuse() {
    assertEquals(List.of(), early("Perfecto, le reservo la mesa. Un"));
    assertEquals(List.of("¿Quiere que se la reserve?"), early("¿Quiere que se la reserve? Dí"));
  }

  @Test
  void anEffectIsToldBeforeAnythingElseIs() {
    steps =
        List.of(
            step(new ToolResult("1", "create_reservation", Map.of("status", "booked"), BOOKED)));
    assertEquals(List.of(), early("Muchas gracias, Ana. Ya"));
    assertEquals(
        List.of("Muchas gracias, Ana. Reservada, con la referencia KM4729."),
        early("Muchas gracias, Ana. Reservada, con la referencia KM4729. Hasta"));
  }

  private static Step step(ToolResult result) {
    ToolCall call = new ToolCall("1", result.name(), Map.of());
    return new Step(1, 1, ModelAnswer.use(List.of(call), Map.of(), "es"), List.of(result));
  }

  /** In pieces as they come from a model. */
  private List<String> early(String answer) {
    List<String> said = new ArrayList<>();
    SafeWords words = new SafeWords(request(), said::add);
    for (int at = 0; at < answer.length(); at += 3) {
      words.text(answer.substring(at, Math.min(answer.length(), at + 3)));
    }
    return said;
  }

  private ModelRequest request() {
    return Question.at(NOW, Channel.VOICE, steps, Patience.ENDLESS);
  }
}
