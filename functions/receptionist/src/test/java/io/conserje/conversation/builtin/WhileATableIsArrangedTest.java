package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told, corrected or asked for at a moment at which something else was asked. */
class WhileATableIsArrangedTest {

  private final FakeHouse house = new FakeHouse(Houses.restaurant(), Houses.NOON);
  private final Player player =
      new Player(new BuiltInModel(), Houses.restaurant(), Houses.NOON, house, "").byWebChat();

  private void readBack() {
    player.say("mesa para 4 mañana a las dos, a nombre de Ana Gil, 600112233");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "zi", "yse", "ys", "sii", "Yess", "perfcto", "claor", "corecto", "exato", "genail"
      })
  void aMistypedYesIsOne(String said) {
    readBack();
    player.say(said);
    assertEquals(List.of("2026-11-21 14:00 4 Ana Gil"), house.inTheBook(), player.lastSaid());
  }

  @ParameterizedTest
  @ValueSource(strings = {"xd", "hola", "Carla", "?", "menos", "mmm"})
  void whatIsNoMistypedYesBooksNothing(String said) {
    readBack();
    player.say(said);
    assertEquals(List.of(), house.inTheBook(), player.lastSaid());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "estupendo, entonces cinco a las tres",
        "pues cinco a las 15:00",
        "vale, 5 a las 3",
        "cinco a las tres de la tarde",
        "bueno, mejor 5 a las tres",
        "y cinco a las 15h"
      })
  void aNumberBeforeTheHourIsHowManyCome(String said) {
    player.say("quiero llevar a mi madre a comer el domingo");
    player.say(said);
    assertTrue(player.lastSaid().contains("5 personas"), player.lastSaid());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "perdón, es Ybarra con i griega, como la mayonesa jaja",
        "ojo, Ybarra se escribe con i griega",
        "sorry, it's spelled Ybarra",
        "es con y: Ybarra. El móvil 622 018 934",
        "622 018 934. Perdón, Ybarra, con y griega"
      })
  void aNameIsSpelledOtherwiseWhateverIsAsked(String said) {
    player.say("mesa para tres el domingo a la una, a nombre de Lucía Ibarra");
    player.say(said);
    player.say("622 018 934");
    assertTrue(player.lastSaid().contains("Lucía Ybarra"), player.lastSaid());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "¿Les puedo pedir una trona? La chiquitina tiene once meses",
        "¿podemos pedir una trona?",
        "¿os podría pedir una trona para el pequeño?",
        "could I ask for a high chair?",
        "may we request a high chair please?",
        "can I ask you for a high chair?"
      })
  void whatIsAskedForIsWished(String said) {
    player.say("mesa para tres el domingo a la una");
    player.say(said);
    player.say("Ana Gil");
    player.say("600112233");
    player.say("sí");
    assertTrue(player.calls.toString().contains("high_chairs=1"), player.calls::toString);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a las dos. que sea puntual que a las 3 y media abrimos",
        "a las dos, que no podemos más tarde",
        "a las dos. que estén juntos los niños",
        "a las dos porque a las tres y media entro a trabajar"
      })
  void aReasonIsNeitherAskedNorMeant(String said) {
    player.say("el miércoles vamos cuatro a comer");
    player.say(said);
    assertTrue(player.lastSaid().contains("a las 14:00"), player.lastSaid());
    assertFalse(player.lastSaid().contains("no tengo información"), player.lastSaid());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "el miércoles vamos cuatro a comer de menú. a cuánto lo tenéis?",
        "queremos el menú del día el miércoles. ¿a cuánto sale?",
        "mesa para cuatro el miércoles a comer, de menú. ¿por cuánto sale?",
        "el miércoles somos cuatro para el menú. ¿a cómo lo tienen?"
      })
  void whatItCostsIsAskedOfWhatWasNamedBefore(String said) {
    house.knows.put("menu", "El menú del día son 18 euros.");
    assertTrue(player.say(said).contains("18 euros"), player.lastSaid());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I can't make it tomorrow after all, could you move it to the Sunday?",
        "we can't make it that day, can you change it to Sunday?",
        "no podemos mañana, ¿nos lo pasáis al domingo?",
        "uy, que mañana no podemos ir, ¿la cambias para el domingo?"
      })
  void whoCannotComeAndNamesAnotherDayGivesNothingUp(String said) {
    readBack();
    player.say("sí");
    player.say(said);
    player.say("sí");
    assertEquals(List.of("2026-11-22 14:00 4 Ana Gil"), house.inTheBook(), player.lastSaid());
  }
}
