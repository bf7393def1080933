package io.conserje.voice.turn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.call.OpenQuestion.ExpectedAnswer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a guest may be silent, by what they have said and were asked. */
class PausesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FREE | ¿Abren los lunes? | 480",
        "FREE | ¿Tienen mesa para esta noche? | 480",
        "FREE | Do you have a car park? | 480",
        "FREE | ¿A qué hora es el de? | 480",
        "FREE | Quiero reservar una mesa para dos. | 480",
        "NAME | Me llamo Ana García. | 480",
        "NUMBER | ¿Puede ser a las nueve? | 480",
        "FREE | Abren los lunes por la mañana | 700",
        "FREE | Quiero reservar una mesa para | 1600",
        "FREE | Una mesa. | 480",
        "FREE | Una mesa | 900",
        "FREE | Hola, buenas. | 900"
      })
  void aWholeSentenceOrQuestionIsWaitedForLessThanOneThatMayGoOn(
      ExpectedAnswer asked, String said, long pause) {
    assertEquals(pause, after(said, asked));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "somos cuatro | 500",
        "Somos cuatro. | 480",
        "a las nueve y media | 500",
        "A las nueve y media. | 480",
        "somos | 1600"
      })
  void aNumberThatWasAskedForWaitsLongerOnlyWithoutItsFullStop(String said, long pause) {
    assertEquals(pause, after(said, ExpectedAnswer.NUMBER));
  }

  @Test
  void aRecogniserThatIsSureIsQuickerThanAFullStop() {
    Duration pause = Pauses.after("¿Abren los lunes?", ExpectedAnswer.FREE, true);
    assertEquals(200, pause.toMillis());
  }

  private static long after(String said, ExpectedAnswer asked) {
    return Pauses.after(said, asked, false).toMillis();
  }
}
