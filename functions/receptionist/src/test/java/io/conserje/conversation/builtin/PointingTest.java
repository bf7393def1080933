package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class PointingTest {

  @Test
  void theOtherSaturdayIsInTheNextWeek() {
    assertEquals(
        "mesa para el sábado de la semana que viene a las dos",
        Pointing.otherWeek("mesa para el sábado que viene no este el otro a las dos"));
    assertEquals(
        "Saturday next week, at nine",
        Pointing.otherWeek("not this Saturday, the one after, at nine"));
    assertEquals("el sábado, no el domingo", Pointing.otherWeek("el sábado, no el domingo"));
  }

  @Test
  void thereIsTheZoneThatWasAskedAbout() {
    assertEquals(
        "vale, en la terraza entonces",
        Pointing.there("vale, allí entonces", "¿tenéis terraza?", Tongue.SPANISH, true));
    assertEquals(
        "nos vemos allí",
        Pointing.there("nos vemos allí", "¿tenéis terraza?", Tongue.SPANISH, true));
    assertEquals(
        "vale, allí entonces",
        Pointing.there("vale, allí entonces", "¿hay wifi?", Tongue.SPANISH, true));
  }

  @Test
  void theHourThatWasReadBackIsNobodysNumber() {
    assertEquals("yes, that is fine", Pointing.withoutEcho("yes, 9 is fine", LocalTime.of(21, 0)));
    assertEquals("yes, 4 is fine", Pointing.withoutEcho("yes, 4 is fine", LocalTime.of(21, 0)));
    assertEquals("yes, 9 is fine", Pointing.withoutEcho("yes, 9 is fine", null));
  }

  @Test
  void aNumberThatIsTakenBackIsReplaced() {
    assertEquals(
        "nosotros somos cuatro",
        Pointing.corrected("nosotros somos cinco\nbueno, cinco no, que Luis no viene\ncuatro"));
    assertEquals("somos cinco, no más", Pointing.corrected("somos cinco, no más"));
  }

  @Test
  void whatWasRightBeforeIsTakenBack() {
    assertEquals(true, Pointing.takesBack("no, 8 was right"));
    assertEquals(false, Pointing.takesBack("oh wait make it 10"));
  }
}
