package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.conserje.conversation.builtin.Ear.Situation;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatedWeekdayTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cambiarla para el viernes 4, por favor       | 2026-12-04
          el jueves 3 por favor                        | 2026-12-03
          el sábado 5 por la noche                     | 2026-12-05
          el viernes 4, y una pregunta, ¿hay wifi?     | 2026-12-04
          el jueves 3 y una cosa más, ¿hay terraza?    | 2026-12-03
          """)
  void theNumberAfterAWeekdayIsItsDay(String said, LocalDate day) {
    Understanding heard = heard(said);
    assertEquals(day, heard.day().date());
    assertNull(heard.party());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          viernes 9 de la noche      | 21
          el viernes a las 9 y media | 9
          viernes 9 y media          | 9
          """)
  void itIsAnHourWhereTheNightOrMinutesFollow(String said, int hour) {
    Understanding heard = heard(said);
    assertEquals(LocalDate.of(2026, 11, 27), heard.day().date());
    assertEquals(hour, heard.time().time().getHour());
  }

  private static Understanding heard(String said) {
    return Ear.hear(
        said,
        new Situation(
            Houses.NOON.toLocalDateTime(),
            Asked.NOTHING,
            null,
            Tongue.SPANISH,
            Wish.NONE,
            Houses.restaurant()));
  }
}
