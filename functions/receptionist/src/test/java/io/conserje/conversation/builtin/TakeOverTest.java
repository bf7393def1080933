package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.conversation.LanguageModel;
import io.conserje.conversation.Message;
import io.conserje.conversation.ModelAnswer;
import io.conserje.conversation.ModelRequest;
import io.conserje.conversation.Step;
import io.conserje.conversation.Tokens;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.guest.Guest;
import io.conserje.venue.Channel;
import io.conserje.venue.Venue;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/**
 * The built-in model goes on where another one had the word, and agrees to nothing it has not read
 * back.
 */
class TakeOverTest {

  private final Venue venue = Houses.restaurant();
  private final FakeHouse house = new FakeHouse(venue, Houses.NOON);

  /** What the other model says, in order; after it the built-in model answers. */
  private final Queue<String> other = new ArrayDeque<>();

  private final Player player = new Player(new Both(), venue, Houses.NOON, house, "");

  @Test
  void whatTheGuestToldTheOtherModelIsKnown() {
    other.add("¿Para qué día?");
    other.add("¿A qué hora, y a qué nombre?");
    player.say("quería una mesa para cuatro");
    player.say("mañana");

    String answer = player.say("a las nueve, a nombre de Lucía");

    assertTrue(
        answer.contains("21:00") && answer.contains("4") && answer.contains("Lucía"), answer);
    assertEquals(List.of(), house.inTheBook());
    player.say("sí");
    assertEquals(List.of("2026-11-21 21:00 4 Lucía"), house.inTheBook());
  }

  @Test
  void aYesToWhatTheOtherModelAskedBooksNothing() {
    player.say("mesa para dos mañana a las nueve, a nombre de Ana");
    other.add("¿Prefiere terraza o interior? ¿Se lo reservo?");
    player.say("y si somos seis");

    String answer = player.say("sí");

    assertEquals(List.of(), house.inTheBook());
    assertTrue(answer.contains("6"), answer);
  }

  @Test
  void norDoesAYesThatMeansSomethingElseThanWhatThisModelOnceReadBack() {
    player.say("mesa para dos mañana a las nueve, a nombre de Ana");
    other.add("En la plaza. ¿Sabe cómo llegar?");
    player.say("¿dónde estáis?");

    player.say("sí");

    assertEquals(List.of(), house.inTheBook());
    player.say("sí");
    assertEquals(List.of("2026-11-21 21:00 2 Ana"), house.inTheBook());
  }

  @Test
  void whatTheOtherModelBookedInThisTurnIsToldAndNotDoneAgain() {
    ToolCall call = new ToolCall("x", "create_reservation", Map.of());
    ToolResult booked =
        new ToolResult(
            "x", call.name(), Map.of("status", "confirmed"), "Su mesa está reservada: ABC123.");
    Step step =
        new Step(
            1,
            1,
            ModelAnswer.use(List.of(call), Map.of(), "es").by("openai", Tokens.NONE),
            List.of(booked));

    ModelAnswer answer = new BuiltInModel().answer(request(List.of(step), "sí"));

    assertEquals("Su mesa está reservada: ABC123.", answer.text());
    assertEquals(List.of(), answer.calls());
  }

  @Test
  void aTurnTheOtherModelOnlyBeganIsBegunAnew() {
    ToolCall call = new ToolCall("x", "check_availability", Map.of());
    ToolResult free = new ToolResult("x", call.name(), Map.of("status", "free"), null);
    Step step =
        new Step(
            1,
            1,
            ModelAnswer.use(List.of(call), Map.of(), "es").by("openai", Tokens.NONE),
            List.of(free));

    ModelAnswer answer =
        new BuiltInModel().answer(request(List.of(step), "mesa para dos mañana a las nueve"));

    assertEquals("check_availability", answer.calls().getFirst().name());
    assertEquals("21:00", answer.calls().getFirst().arguments().get("time"));
  }

  @Test
  void afterABookingOfTheOtherModelNothingOfItsWishIsLeft() {
    Step step =
        new Step(
            1,
            1,
            ModelAnswer.say("", Map.of(), "es").by("openai", Tokens.NONE),
            List.of(new ToolResult("x", "create_reservation", Map.of(), "Reservada.")));
    Map<String, String> memory =
        TakeOver.memoryAfter(request(List.of(step), "mesa para dos mañana a las nueve"));

    assertFalse(memory.containsKey("party"), memory.toString());
    ModelRequest next = request(List.of(), "gracias");
    ModelAnswer answer =
        new BuiltInModel().answer(next.after(List.of(), next.unanswered(), memory, List.of()));
    assertEquals(List.of(), answer.calls());
  }

  private ModelRequest request(List<Step> steps, String text) {
    return new ModelRequest(
        venue,
        Houses.NOON,
        Channel.WHATSAPP,
        new Guest("", "+34611111111"),
        List.of(),
        List.of(new Message(1, Message.From.GUEST, text, Houses.NOON.toInstant())),
        Map.of(),
        steps,
        List.of(),
        "es");
  }

  /** The other model while it has something to say. */
  private final class Both implements LanguageModel {

    private final BuiltInModel builtIn = new BuiltInModel();

    @Override
    public String name() {
      return "both";
    }

    @Override
    public ModelAnswer answer(ModelRequest request) {
      return other.isEmpty()
          ? builtIn.answer(request)
          : ModelAnswer.say(other.remove(), TakeOver.memoryAfter(request), "es")
              .by("openai", Tokens.NONE);
    }
  }
}
