package io.conserje.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.guest.Guest;
import io.conserje.venue.Channel;
import io.conserje.venue.VenueId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TurnTest {

  private static final ToolCall CALL = new ToolCall("c", "create_reservation", Map.of());

  @Test
  void theLastWordsAreTheReply() {
    assertEquals("dos", turn(says(1, "uno"), says(2, "dos")).reply());
  }

  @Test
  void whatWasSaidOfAnEffectIsNotLostWhenANewMessageOvertakesIt() {
    Turn turn = turn(booked(1), says(2, "Reservado."), says(3, "De nada."));

    assertEquals("Reservado.\n\nDe nada.", turn.reply());
  }

  @Test
  void aQuestionThatWasOvertakenIsNotAskedBeforeTheNextOne() {
    assertEquals(
        "Reservado.", turn(says(1, "¿A qué hora?"), booked(2), says(3, "Reservado.")).reply());
  }

  @Test
  void aStepBroughtUpToDateReplacesItself() {
    Turn turn = turn(new Step(1, 1, ModelAnswer.use(List.of(CALL), Map.of(), "es"), List.of()));

    assertEquals(1, turn.with(booked(1)).steps().size());
    assertEquals(1, turn.with(booked(1)).steps().getFirst().results().size());
  }

  private static Step says(int number, String text) {
    return new Step(number, number, ModelAnswer.say(text, Map.of(), "es"), List.of());
  }

  private static Step booked(int number) {
    ToolResult result = new ToolResult("c", "create_reservation", Map.of(), "Reservado.");
    return new Step(
        number, number, ModelAnswer.use(List.of(CALL), Map.of(), "es"), List.of(result));
  }

  private static Turn turn(Step... steps) {
    return new Turn(
        UUID.randomUUID(),
        UUID.randomUUID(),
        new VenueId("casa"),
        1,
        Channel.WHATSAPP,
        new Guest("", ""),
        "es",
        Map.of(),
        List.of(),
        List.of(),
        List.of(steps));
  }
}
