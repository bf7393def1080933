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

  @Test
  void whoeverWantsNotThisFridayWantsTheNext() {
    for (String said :
        new String[] {
          "este viernes no, el que viene",
          "este viernes no el que viene",
          "este viernes no, el próximo",
          "este viernes que no, sino el que viene",
          "este viernes no, el de la semana que viene"
        }) {
      assertEquals("el viernes de la semana que viene", Pointing.otherWeek(said), said);
    }
    assertEquals("Friday next week", Pointing.otherWeek("this Friday, no, the next one"));
    assertEquals("este viernes no puedo", Pointing.otherWeek("este viernes no puedo"));
  }

  @Test
  void anHourSaidOnceMoreIsNobodysNumber() {
    assertEquals("at 9", Pointing.withoutEcho("9 then", LocalTime.of(21, 0)));
    assertEquals("at 9", Pointing.withoutEcho("ok, 9 it is", LocalTime.of(21, 0)));
    assertEquals("4 then", Pointing.withoutEcho("4 then", LocalTime.of(21, 0)));
  }
}
