package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WouldTellTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "y si al final somos 3 os aviso?",
        "Si hay algún cambio les digo",
        "si no podemos ir ya os aviso con tiempo",
        "Les confirmo mañana... si se apunta mi hermana les aviso.",
        "if we're six instead I'll let you know",
        "I'll let you know if we can't make it",
        "and if there is one more should I tell you?"
      })
  void whatMayComeIsNothingYet(String said) {
    assertEquals(!said.contains("mañana"), WouldTell.alone(said), said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mesa para 4 el sábado, si al final somos 5 os aviso | mesa para 4 el sábado,
          Si llegamos tarde os llamo. Somos tres | Somos tres
          table for two at 8. If we run late we'll call you | table for two at 8.
          """)
  void theRestStands(String said, String rest) {
    assertEquals(rest, WouldTell.without(said));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "👍",
        "...",
        "al final somos 3",
        "si puede ser en la terraza mejor",
        "¿me avisáis si queda una mesa libre?",
        "if you have a table at nine we'll take it",
        "avísame si hay sitio"
      })
  void wishesAreLeft(String said) {
    assertFalse(WouldTell.alone(said), said);
    assertEquals(said, WouldTell.without(said));
  }

  @Test
  void nothingIsChangedByWhoMayBeMore() {
    var house = new FakeHouse(Houses.restaurant(), Houses.NOON);
    Player guest = new Player(new BuiltInModel(), Houses.restaurant(), Houses.NOON, house, "");
    guest.byWebChat().say("mesa para 2 mañana a las 21:30 a nombre de Sonia, 699887766");
    guest.say("sí");

    String answer = guest.say("y si al final somos 3 os aviso?");

    assertEquals("Sí, díganoslo por aquí en cuanto lo sepa y lo vemos.", answer);
    assertTrue(guest.calls.isEmpty(), () -> guest.calls.toString());
  }
}
