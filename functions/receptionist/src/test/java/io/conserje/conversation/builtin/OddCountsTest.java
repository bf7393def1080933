package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OddCountsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mi señora, mi cuñado con la suya y un servidor                   | 4
          mi marido, mis tres hijos y yo, y uno de los niños necesita trona | 5
          my wife, our two kids and me, one of the kids needs a high chair | 4
          somos 6, no, 5, que Ana no viene                                 | 5
          seremos ocho... digo siete                                       | 7
          somos 6 personas. perdón, no, cuatro                             | 4
          we are six, no wait, five                                        | 5
          """)
  void whoIsCountedOnce(String said, int people) {
    String told = Pointing.corrected(OddCounts.told(said));
    Tongue tongue = said.matches("(?:we|my) .*") ? Tongue.ENGLISH : Tongue.SPANISH;
    assertEquals(people, PartyWords.in(Words.of(told), tongue).size(), told);
  }

  @Test
  void whoeverIsSaidHowTheyMostlyAreNotIsCountedToo() {
    check(
        Map.ofEntries(
            Map.entry("somos tres más el bebé que va en el cochecito", 4),
            Map.entry("somos tres más el bebé", 4),
            Map.entry("mesa para dos más un niño", 3),
            Map.entry("vamos cuatro más mi suegra", 5),
            Map.entry("we're four plus a baby", 5),
            Map.entry("2 adults plus 2 kids", 4),
            Map.entry("ah no, chuta, 6 somos", 6),
            Map.entry("no, cinco seremos", 5),
            Map.entry("al final 8 vamos a ser", 8),
            Map.entry("ya siete somos con la abuela", 7),
            Map.entry("somos 2 adultos y los mellizos de 1 añito", 4),
            Map.entry("mi mujer, yo y los gemelos de 8 meses", 4),
            Map.entry("my wife, me and our twins", 4),
            Map.entry("dos adultos y los trillizos", 5),
            Map.entry("make it seven to be safe", 7),
            Map.entry("pon 7 por si acaso", 7)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          seremos entre 6 y 8                        | 8
          seríamos entre cuatro y seis, aún no sé    | 6
          vamos a ser de 8 a 10                      | 10
          mesa para 5 o 6 personas                   | 6
          una comida de 6 a 8 personas               | 8
          somos 3-4 personas                         | 4
          entre 7 y 9 comensales el sábado           | 9
          we'll be between five and seven            | 7
          a table for 4-5 people                     | 5
          we are from 6 to 8                         | 8
          """)
  void whoMayBeSomeMoreGetsRoomForAll(String said, int people) {
    check(Map.of(said, people));
  }

  @Test
  void whatIsNoNumberOfPeopleStaysAsItIs() {
    for (String said :
        new String[] {
          "mañana a las 21:30-4 personas",
          "llegaremos entre 8 y 9",
          "de 8 a 5 personas",
          "a las 9 y 4 personas",
          "seremos 4 entre las 8 y las 9",
          "somos dos más",
          "a las 6 vamos a cenar",
          "a las 13:30 somos cinco",
          "dos más el viernes",
          "two rooms, one twin",
          "dos habitaciones con camas gemelas",
          "make it 9 then",
          "pon a las 7 por si acaso",
          "somos 6"
        }) {
      assertEquals(said, OddCounts.told(said));
    }
  }

  private static void check(Map<String, Integer> sentences) {
    sentences.forEach((said, people) -> {
      Words words = Words.of(said);
      Tongue tongue = LanguageWords.of(words, null, Tongue.SPANISH);
      assertEquals(people, PartyWords.in(words, tongue).size(), said);
    });
  }
}
