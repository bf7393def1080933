package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CareAskedTest {

  private static final String TOLD = "La carta señala los alérgenos.";

  private final FakeHouse house = new FakeHouse(Houses.restaurant(), Houses.NOON);
  private final Player player =
      new Player(new BuiltInModel(), Houses.restaurant(), Houses.NOON, house, "").byWebChat();

  CareAskedTest() {
    List.of(
            "alergia",
            "alergico",
            "intolerante",
            "celiaca",
            "allergy",
            "allergic",
            "coeliac",
            "vegan",
            "vegetarian",
            "veganos")
        .forEach(word -> house.knows.put(word, TOLD));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mi hija tiene alergia al huevo, ¿lo controláis?",
        "soy celíaca, ¿tenéis cuidado con eso?",
        "mi marido es alérgico al marisco. ¿lo tenéis en cuenta?",
        "somos veganos, ¿habrá algo que podamos comer?",
        "mi nieto es intolerante a la lactosa, ¿qué puede comer?",
        "tengo alergia a los frutos secos, ¿podéis evitarlos?",
        "my son has a nut allergy, can you handle that?",
        "I'm vegan, my boyfriend eats everything. Would I find something to eat?",
        "my wife is coeliac, is that something you can deal with?",
        "one of us is allergic to eggs. are you careful with that?",
        "I'm a vegetarian, my husband very much isn't. Will there be something for me?"
      })
  void whatIsOnlyPointedAtIsAskedWithWhatItPointsAt(String said) {
    assertTrue(player.say(said).contains(TOLD), player.lastSaid());
    assertTrue(house.unknown.isEmpty(), house.unknown::toString);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mi hija tiene alergia al huevo, ¿lo controláis?",
        "una cosa, mi marido es alérgico al marisco, ¿tenéis cuidado con eso en cocina?",
        "my son has a nut allergy, can you handle that?",
        "I'm vegan, the others eat everything. Would I find something to eat?"
      })
  void whileATableIsArrangedItIsNotedBesides(String said) {
    player.say("mesa para dos mañana a las nueve de la noche");
    assertTrue(player.say(said).contains(TOLD), player.lastSaid());
    player.say("Ana Gil");
    player.say("600112233");
    assertTrue(house.unknown.isEmpty(), house.unknown::toString);
    player.say("sí");
    assertTrue(
        player.calls.toString().matches(".*notes=.*(?:al[eé]rg|allerg|vegan).*"),
        player.calls::toString);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "¿tenéis sitio para cuatro?",
        "¿lo podéis cambiar al sábado?",
        "¿hay algo libre mañana?",
        "can you do nine?",
        "is there parking?",
        "are you open on Monday?",
        "¿qué puedo pedir para llevar?"
      })
  void whatAsksForItselfPointsAtNothing(String said) {
    assertFalse(CareAsked.in(said));
  }
}
