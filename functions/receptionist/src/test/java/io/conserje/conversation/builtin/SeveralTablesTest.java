package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.venue.Holidays;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeveralTablesTest {

  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

  @Test
  void threeTablesAreThreeWishes() {
    assertEquals(
        List.of(
            "necesito tres mesas, una mañana a las nueve para dos",
            "otra el domingo a las dos para cuatro",
            "otra el jueves a las diez para tres, a nombre de Leire Vea"),
        apart(
            "necesito tres mesas: una mañana a las nueve para dos, otra el domingo a las dos para"
                + " cuatro y otra el jueves a las diez para tres, a nombre de Leire Vea"));
  }

  @Test
  void whatIsSaidOnceIsMeantOfAll() {
    List<String> days = apart("mesa para dos mañana, el domingo y el martes a las dos");
    assertEquals(3, days.size());
    assertTrue(days.getFirst().endsWith("a las 2:00"), days::toString);
    assertTrue(days.get(1).endsWith("para 2 personas"), days::toString);
    List<String> hours = apart("dos mesas para mañana, una a las dos para seis y otra a las nueve");
    assertTrue(hours.getLast().contains("2026-11-21"), hours::toString);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          dos mesas el sábado 28: una a mediodía para 8 a las 14:00 y otra para cenar los dos solos, a las 22:00 | 8 | 2
          El viernes 27 cenamos mi chico y yo, a las 22:00, y el domingo 29 comida con toda la familia, somos 7, a la una | 2 | 7
          necesito dos reservas, una el jueves a las nueve para tres y otra nosotros dos el sábado a las diez | 3 | 2
          una mesa para seis el domingo a la una y otra para mi marido y para mí el viernes a las diez de la noche | 6 | 2
          comida el domingo a las dos para ocho y cena el jueves a las nueve y media solo mi mujer y yo | 8 | 2
          """)
  void eachOfTheTwoKeepsWhoComes(String said, int first, int second) {
    List<String> two = apart(said);
    assertEquals(2, two.size(), two::toString);
    assertEquals(first, people(two.getFirst()), two::toString);
    assertEquals(second, people(two.getLast()), two::toString);
  }

  private static int people(String wish) {
    return PartyWords.in(Words.of(wish), Tongue.SPANISH).size();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "una mesa para cuatro el próximo jueves, día 26, a las 21:30 horas",
        "a table for 2 on Thursday, 3 December, at 20:00 o'clock",
        "llegamos el jueves, y queríamos mesa el viernes a las nueve para dos",
        "mesa para dos mañana a las nueve, no, mejor el domingo a las diez",
        "¿abrís el sábado y el domingo a las dos?"
      })
  void oneTableStaysOne(String said) {
    assertEquals(List.of(said), apart(said));
  }

  @Test
  void aDinnerAndALunchAreTwoWishesEvenInAQuestion() {
    List<String> english =
        apart(
            Tongue.ENGLISH,
            "could I book dinner tonight at 8 and lunch on Sunday at 1, both for 2?");
    assertEquals(2, english.size());
    assertTrue(english.getFirst().endsWith("for 2 people"), english::toString);
    assertEquals(
        2, apart("¿me apuntas cena mañana a las 9 y comida el domingo a las 2, para dos?").size());
    assertEquals(1, apart("¿tenéis mesa para cenar o comer mañana y el domingo a las 2?").size());
  }

  private static List<String> apart(String said) {
    return apart(Tongue.SPANISH, said);
  }

  private static List<String> apart(Tongue tongue, String said) {
    return new SeveralTables(tongue, FRIDAY, Holidays.NONE).apart(said);
  }

  @Test
  void aQuestionMayAskForTwoTables() {
    List<String> two =
        apart("Could I get a table for 2 tomorrow at 8pm and another on Sunday for lunch at 2?");
    assertEquals(2, two.size(), two::toString);
    assertTrue(two.getLast().endsWith("para 2 personas"), two::toString);
    assertEquals(
        "una mesa para 6 personas  a las dos ; una mesa para 4 personas  a las dos ",
        TwoTables.apart(
            "dos mesas a las dos, una de 6 para los mayores y otra de 4 para los críos"));
  }
}
