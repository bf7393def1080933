package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.conversation.builtin.Ear.Situation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HouseAsideTest {

  private final FakeHouse house = new FakeHouse(Houses.restaurant(), Houses.NOON);
  private final Player player =
      new Player(new BuiltInModel(), Houses.restaurant(), Houses.NOON, house, "").byWebChat();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          somos cuatro, y una pregunta, ¿hay tronas? | somos cuatro | ¿hay tronas?
          ¿qué tipo de comida tenéis? y para cuatro | para cuatro | ¿qué tipo de comida tenéis?
          Emma Clarke. Quick question, do you take dogs? | Emma Clarke | do you take dogs?
          four people - what's on the menu? | four people | what's on the menu?
          one thing first do you have wifi anyway there'll be 2 of us | there'll be 2 of us | do you have wifi
          yes and can we cancel for free? | yes | can we cancel for free?
          """)
  void whatIsAskedOfTheHouseIsTakenOut(String said, String rest, String asked) {
    HouseAside side = in(said);
    assertEquals(rest, side.rest());
    assertEquals(asked, side.asked());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for four, can we sit on the terrace?",
        "somos cuatro, ¿puede ser a las nueve?",
        "mañana, ¿os queda mesa fuera?",
        "Ana Gil, ¿nos ponéis una trona?",
        "do you have high chairs? we'd need one",
        "for four, may I bring my dog?"
      })
  void whatIsWantedOfTheTableStays(String said) {
    assertTrue(in(said).none(), in(said).toString());
  }

  @Test
  void aQuestionBesideAYesIsAnsweredAndTheTableIsBookedWithoutANote() {
    house.knows.put("tronas", "Tenemos dos tronas.");
    player.say("mesa para 4 mañana a las 21:00, a nombre de Ana Gil, 600 11 22 33");

    String reply = player.say("sí, perfecto, ¿hay tronas?");

    assertTrue(reply.contains("Tenemos dos tronas."), reply);
    assertTrue(player.calls.stream().noneMatch(call -> call.contains("high_chairs")));
    assertEquals(1, house.inTheBook().size());
  }

  @Test
  void aQuestionInsteadOfAnAnswerIsAnsweredAndTheSameIsAskedAgain() {
    house.knows.put("tronas", "Tenemos dos tronas.");
    player.say("mesa para 4 a las 21:00");

    String reply = player.say("¿tenéis tronas?");

    assertTrue(reply.contains("Tenemos dos tronas.") && reply.contains("día"), reply);
  }

  @Test
  void whatCancellingCostsCancelsNothing() {
    player.say("a table for four tomorrow");
    String reply = player.say("9pm. Just wondering, what happens if we have to cancel?");
    assertTrue(reply.contains("What name"), reply);
  }

  private static HouseAside in(String said) {
    return HouseAside.in(
        said,
        new Situation(
            Houses.NOON.toLocalDateTime(),
            Asked.PARTY,
            null,
            Tongue.SPANISH,
            Wish.NONE,
            Houses.restaurant()));
  }
}
