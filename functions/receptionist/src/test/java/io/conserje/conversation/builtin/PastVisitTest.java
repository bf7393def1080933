package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PastVisitTest {

  private final FakeHouse house = new FakeHouse(Houses.restaurant(), Houses.NOON);
  private final Player player =
      new Player(new BuiltInModel(), Houses.restaurant(), Houses.NOON, house, "").byWebChat();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We ate at yours on Thursday and there was a hair in my soup. Your waiter shrugged. Lovely.",
        "we had dinner on Friday with raw chicken and filthy glasses. Wonderful evening.",
        "el domingo comimos cuatro con un bicho en la ensalada. Maravilloso.",
        "fuimos el jueves y el arroz estaba quemado, enhorabuena al cocinero",
        "My husband was served raw chicken last Saturday, just so you know",
        "we had dinner on Friday, the plates were filthy and the waiter laughed",
        "Had the lamb on Sunday. Well, we had the lamb stone cold. Lovely.",
        "Your waitress rolled her eyes when we asked for water",
        "anoche cenamos ahí y había un bicho en la lechuga, qué detalle",
        "el sábado comimos con vosotros y la carne estaba cruda",
        "el camarero nos contestó de malas maneras el domingo",
        "estuvimos el otro día y los vasos estaban sucios",
        "nos pusieron la sopa fría y ni caso cuando lo dijimos, fuimos el viernes"
      })
  void whoTellsWhatWasWrongIsHeardByAPerson(String said) {
    player.say(said);
    assertTrue(
        !house.handed.isEmpty() && house.handed.getFirst().startsWith("complaint"),
        player.lastSaid());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "we ate at yours on Wednesday and would love to come back on Friday, 4 people at 9",
        "cenamos ahí el sábado y nos encantó, queremos repetir",
        "will it be cold on the terrace on Wednesday?",
        "mesa para dos el miércoles, mi hija estuvo mala ayer",
        "I was ill last week, can I book for Thursday instead?"
      })
  void aStoryInWhichNothingWasWrongComplainsOfNothing(String said) {
    assertFalse(PastVisit.complains(said));
  }
}
