package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FarewellTest {

  private final FakeHouse house = new FakeHouse(Houses.restaurant(), Houses.NOON);
  private final Player player =
      new Player(new BuiltInModel(), Houses.restaurant(), Houses.NOON, house, "").byWebChat();

  @BeforeEach
  void book() {
    player.say("mesa para 4 mañana a las 21:00, a nombre de Ana Gil, 600 11 22 33");
    player.say("sí");
    assertEquals(1, house.inTheBook().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no, con eso vale",
        "nada más",
        "that's me sorted",
        "that was all",
        "con eso me apaño",
        "nothing else from me",
        "nos vemos el sábado",
        "have a lovely evening"
      })
  void whoWantsNothingMoreIsLetGo(String said) {
    String reply = player.say(said);
    assertTrue(reply.endsWith("Hasta pronto.") || reply.endsWith("See you soon."), reply);
    assertTrue(player.calls.isEmpty(), player.calls.toString());
  }

  @Test
  void whoThanksForTheHelpIsNotToldWhatTheHouseCanDo() {
    assertTrue(player.say("that's great, thanks for your help").startsWith("You're welcome."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"gracias, ¿hay parking?", "eso es todo un detalle", "see you Saturday at nine?"})
  void aWordThatIsForSomethingElseIsNoFarewell(String said) {
    assertTrue(Farewell.in(said).none());
  }
}
