package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Who thinks again in the middle of a table: how many, which day, in whose name, do it after all.
 */
class ChangedMindTest {

  private final FakeHouse house = new FakeHouse(Houses.restaurant(), Houses.NOON);
  private final Player player =
      new Player(new BuiltInModel(), Houses.restaurant(), Houses.NOON, house, "").byWebChat();

  private void readBack() {
    player.say("mesa para 4 mañana a las dos, a nombre de Ana Gil, 600112233");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3 | Iker se raja",
        "3 | al final Iker no viene",
        "3 | vaya, Lola no puede venir",
        "3 | a Marta la han ingresado",
        "3 | mi suegra se ha puesto mala",
        "3 | Nuria can't make it",
        "3 | one person fewer please",
        "2 | two persons less, please",
        "2 | la otra pareja no viene al final",
        "2 | the other couple can't come",
        "5 | le aumenta uno, que viene mi cuñado",
        "5 | auméntele uno",
        "5 | agréguele una",
        "6 | y con otra pareja",
        "5 | y mi hermana también",
        "7 | my sister is bringing her two lads after all, so that's seven of us",
        "3 | dejémoslo en tres",
        "3 | bueno, lo dejamos en tres"
      })
  void whoComesIsCountedAnew(int people, String said) {
    readBack();
    player.say(said);
    player.say("sí");
    assertEquals(
        List.of("2026-11-21 14:00 %d Ana Gil".formatted(people)),
        house.inTheBook(),
        player.lastSaid());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "una mesa mañana a las dos, éramos cuatro pero Lola no viene. Ana Gil, 600112233",
        "mañana a las dos, éramos cuatro pero al final mi madre no puede. Ana Gil, 600112233",
        "table tomorrow at 2pm, we were four but Nuria can't come. Ana Gil, 600112233"
      })
  void whoWereMoreAreAsManyAsAreLeft(String said) {
    player.say(said);
    player.say("sí");
    assertEquals(List.of("2026-11-21 14:00 3 Ana Gil"), house.inTheBook(), player.lastSaid());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "uy espera, que me dicen que el domingo juega el crío. ¿El sábado a esa misma hora podría ser?",
        "espera, que el domingo tenemos la comunión de un primo. ¿Podría ser el sábado a la misma hora?",
        "ay, que el domingo viene el fontanero a casa de mi madre. ¿Y el sábado se podría a esa hora?",
        "oh wait, on Sunday we have to drive my mother to the airport. Could it be Saturday instead?"
      })
  void anotherDayMayBeAskedForInALongSentence(String said) {
    player.say("mesa para seis el domingo a las dos");
    player.say(said);
    assertTrue(player.lastSaid().contains("21"), player.lastSaid());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pal sabado\nno este\nel otro",
        "el sábado\nno este, el otro",
        "el sábado\nel de después no, el otro no, el 28",
        "para el sábado\npero no este\nel siguiente",
        "on Saturday\nnot this\nthe 28th"
      })
  void aDayMayComeInPieces(String said) {
    player.say("una mesa para cuatro");
    player.say(said.split("\n"));
    player.say("a las dos");
    assertTrue(player.lastSaid().contains("28"), player.lastSaid());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a nombre de ella, por favor: Begoña Arregui. 944210863",
        "a nombre de él no, de mi jefa: Begoña Arregui. 944210863",
        "a nombre de mi suegra, ella llega la primera. Begoña Arregui. 944210863",
        "Under Begoña Arregui, 944210863",
        "me llamo Arregui, con dos erres, Begoña Arregui. 944210863"
      })
  void theWholeNameIsTaken(String said) {
    player.say("escribo de parte de la directora: mesa para tres el domingo a la una");
    player.say(said);
    assertTrue(player.lastSaid().contains("Begoña Arregui"), player.lastSaid());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pues el domingo que viene no, el otro, el 29. Somos mi hija, mi yerno y yo",
        "el 29, que este domingo no puedo, y vamos mi marido, mi hijo y yo",
        "sería el domingo 29, pero no todos: mis padres y yo"
      })
  void whoHasNoTableIsNotAskedForItsReference(String said) {
    player.say("hola, tienen menú para celíacos?");
    player.say(said);
    player.say("a la una");
    assertTrue(player.lastSaid().contains("13:00"), player.lastSaid());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ana Gil, sí. Ah, y de paso ¿me la podés correr media hora para más tarde?",
        "Ana Gil. ¿Y podría ser media hora más tarde?",
        "a nombre de Ana Gil, y que sea a las dos y media",
        "it's Ana Gil, and half an hour later if you can"
      })
  void whatIsWantedBesideTheNameIsWantedToo(String said) {
    house.has("KMT4721", LocalDateTime.of(2026, 11, 28, 14, 0), 4, "Ana Gil");
    player.say("Tengo una reserva para el sábado 28, KMT4721. Se nos suman dos amigos");
    player.say(said);
    player.say("sí");
    assertEquals(List.of("2026-11-28 14:30 6 Ana Gil"), house.inTheBook(), player.lastSaid());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no la anules todavía... ¿al día siguiente a la una y media tendríais sitio?",
        "mejor no la canceles, pásala al día siguiente a la una y media",
        "en vez de cancelarla, ¿podría ser al día siguiente a la una y media?"
      })
  void whoWouldHaveCancelledMovesItToTheNextDay(String said) {
    house.has("KMT4721", LocalDateTime.of(2026, 11, 28, 14, 0), 4, "Ana Gil");
    player.say("tengo que anular la KMT4721, soy Ana Gil");
    player.say(said);
    player.say("pues pásamela ahí");
    assertEquals(List.of("2026-11-29 13:30 4 Ana Gil"), house.inTheBook(), player.lastSaid());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "necesito dos cosas: mesa para dos mañana sábado a las tres, y otra para seis el domingo a la una",
        "mesa para dos mañana sábado a las tres y otra para seis el domingo a la una",
        "una mesa mañana, sábado, a las tres para dos y otra el domingo a la una para seis"
      })
  void aDayToldTwiceIsOne(String said) {
    player.say(said + ". Las dos a nombre de Ana Gil, 600112233");
    player.say("sí");
    player.say("sí");
    assertEquals(
        List.of("2026-11-21 15:00 2 Ana Gil", "2026-11-22 13:00 6 Ana Gil"),
        house.inTheBook(),
        player.lastSaid());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ay, qué digo, si mañana trabajo. El domingo",
        "perdón, mañana no, el domingo",
        "uy, que mañana viene el fontanero. El domingo mejor"
      })
  void aWeekdayIsNobodysName(String said) {
    player.say("mesa para 4 mañana a las dos");
    player.say(said);
    assertTrue(player.lastSaid().contains("22"), player.lastSaid());
    player.say("Ana Gil");
    player.say("600112233");
    assertTrue(player.lastSaid().contains("Ana Gil"), player.lastSaid());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "oh, I nearly forgot, make it three",
        "actually make that three please",
        "que sean tres al final",
        "ahora somos tres"
      })
  void howManyComeMayBeToldInsteadOfANumber(String said) {
    player.say("mesa para 2 mañana a las dos, a nombre de Ana Gil");
    player.say(said);
    player.say("600112233");
    player.say("sí");
    assertEquals(List.of("2026-11-21 14:00 3 Ana Gil"), house.inTheBook(), player.lastSaid());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5 | seríamos ellos dos, mis dos hermanos y yo",
        "4 | ellos dos, mi hermana y yo",
        "4 | un grupo de amigas, cuatro",
        "6 | somos un grupo de ciclistas, seis"
      })
  void thoseSpokenOfAreCounted(int people, String said) {
    player.say("una mesa mañana a las dos, a nombre de Ana Gil, 600112233");
    player.say(said);
    assertTrue(player.lastSaid().contains(people + " personas"), player.lastSaid());
  }
}
