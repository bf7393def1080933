package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FallbackTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          para cuatro a las 20:30 o a las 21:00, ¿qué tenéis?   | a las 21:00
          mañana a las nueve o nueve y media                    | a las nueve y media
          el viernes a las 2 o sobre las 3                      | sobre las 3
          somos dos, a las ocho y media o a las diez            | a las diez
          a table at 8 or at 9:30                               | at 9:30
          tomorrow 7pm or 8pm                                   | at 8pm
          mañana a las nueve                                    | ''
          a las nueve, no, a las diez                           | ''
          el 5 o el 6 a las nueve                               | ''
          """)
  void theLaterOfTwoHoursIsKept(String said, String second) {
    Tongue tongue = LanguageWords.of(Words.of(said), null, Tongue.SPANISH);
    assertEquals(second, Fallback.in(said, tongue).second());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          la segunda                     | a las 21:00
          mejor la otra hora, por favor  | a las 21:00
          no, la de más tarde            | a las 21:00
          the later one please           | a las 21:00
          la segunda planta              | la segunda planta
          la otra reserva                | la otra reserva
          la primera                     | la primera
          """)
  void whatPointsAtItIsIt(String said, String heard) {
    assertEquals(heard, Fallback.told(said, "a las 21:00"));
  }

  @ParameterizedTest
  @CsvSource({"la segunda", "the other one"})
  void withoutASecondNothingIsPointedAt(String said) {
    assertEquals(said, Fallback.told(said, ""));
  }
}
