package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.call.HouseTalk;
import io.conserje.conversation.Message;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An answer that is said sentence by sentence while the model still makes it. */
class AnswerInTheMakingTest extends CarriedTalk {

  private final List<String> early = new ArrayList<>();

  @Test
  void anAnswerIsSaidWhileItIsMadeAndNothingOfItTwice() {
    HouseTalk talk = talk();
    model =
        (request, listener) -> {
          listener.text("Buenas tardes. ");
          assertEquals(List.of("Buenas tardes."), early, "said before the rest is there");
          assertEquals(List.of("Hola", "Buenas tardes."), said());
          return "Buenas tardes. Mesa para 2, ¿a qué hora?";
        };

    List<String> rest = texts(talk.answer("Hola", lines -> early.addAll(texts(lines))));

    assertEquals(List.of("Mesa para dos, ¿a qué hora?"), rest);
    assertEquals(List.of("Hola", "Buenas tardes.", "Mesa para dos, ¿a qué hora?"), said());
    model = (_, _) -> "Dígame.";
    talk.answer("A las nueve");
    assertEquals(
        List.of("Hola", "Buenas tardes.", "Mesa para dos, ¿a qué hora?"),
        asked.getLast().history().stream().map(Message::text).toList());
  }

  @Test
  void whatWasSaidOfAnAnswerThatBrokeOffStaysSaid() {
    HouseTalk talk = talk();
    model =
        (request, listener) -> {
          listener.text("Muy bien, señora. ");
          listener.discarded();
          return "¿A qué hora?";
        };

    assertEquals(
        List.of("¿A qué hora?"), texts(talk.answer("Hola", lines -> early.addAll(texts(lines)))));
    assertEquals(List.of("Muy bien, señora."), early);
    assertEquals(List.of("Hola", "Muy bien, señora.", "¿A qué hora?"), said());
  }

  @Test
  void anAnswerInTheMakingIsNotBegunWhereTheGuestHasSaidMore() {
    HouseTalk talk = talk();
    model =
        (request, listener) -> {
          if (asked.size() == 1) {
            guestSays("Somos dos");
            listener.text("¿Cuántas personas son? ");
          }
          return "Dígame el día.";
        };

    assertEquals(
        List.of("Dígame el día."),
        texts(talk.answer("Una mesa", lines -> early.addAll(texts(lines)))));
    assertEquals(List.of(), early);
    assertEquals(List.of("Una mesa", "Somos dos", "Dígame el día."), said());
  }

  @Test
  void whoLosesTheConversationSaysNothingMore() {
    HouseTalk talk = talk();
    model =
        (request, listener) -> {
          listener.text("Muy bien, señora. ");
          database.update("UPDATE conversations SET owner = 'person', lease = lease + 1");
          listener.text("La terraza está libre. ");
          return "Muy bien, señora. La terraza está libre.";
        };

    HouseTalk.Answer answer = talk.answer("Hola", lines -> early.addAll(texts(lines)));

    assertTrue(answer.toPerson());
    assertEquals(List.of("Muy bien, señora."), early);
    assertEquals(List.of("Hola", "Muy bien, señora."), said());
  }

  @Test
  void whoWasCutOffAfterABeginningHearsTheWholeAnswerAgain() {
    HouseTalk before = talk();
    model =
        (request, listener) -> {
          listener.text("Buenas tardes. ");
          return "Buenas tardes. ¿A qué hora?";
        };
    before.answer("Hola");

    List<String> again = texts(talk().greet());
    assertEquals(
        List.of("Buenas tardes.", "¿A qué hora?"), again.subList(again.size() - 2, again.size()));
  }
}
