package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandingTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "otra igual, pero el domingo",
        "ponme otra igualita para el jueves 26",
        "me haces otra reserva igual para el domingo?",
        "quiero una mesa idéntica el domingo",
        "repítela para el domingo",
        "puedes repetirla el domingo que viene",
        "y el domingo lo mismo",
        "another one just like it for Sunday",
        "could I get another like that on Sunday",
        "an identical booking on Sunday please",
        "and the same again on Sunday"
      })
  void oneMoreAsTheLastIsNoChangeOfIt(String said) {
    assertTrue(Standing.another(said), said);
    FakeHouse house = new FakeHouse(Houses.restaurant(), Houses.NOON);
    Player player =
        new Player(new BuiltInModel(), Houses.restaurant(), Houses.NOON, house, "").byWebChat();
    player.say("mesa para 4 mañana a las dos, a nombre de Ana Gil, 600112233");
    player.say("sí");
    player.say(said);
    player.say("sí");
    assertEquals(2, house.inTheBook().size(), said + " " + player.lastSaid());
    assertTrue(house.inTheBook().getLast().endsWith(" 4 Ana Gil"), said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "la misma mesa pero el domingo, cámbiala",
        "es igual, déjala a las dos",
        "pásala al domingo, todo igual"
      })
  void whatIsOnlyAlikeIsNoOther(String said) {
    assertFalse(Standing.another(said), said);
  }
}
