package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.venue.Holiday;
import io.conserje.venue.Holidays;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import org.junit.jupiter.api.Test;

class LongWeekendTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  private static final Holidays HOLIDAYS =
      new Holidays(
          List.of(
              new Holiday.Fixed("Día de la Constitución", MonthDay.of(12, 6)),
              new Holiday.Fixed("Día del Trabajo", MonthDay.of(5, 1))));

  @Test
  void theSaturdayIsTheOneBesideTheFeast() {
    assertEquals("mesa el 5/12/2026, a comer", dated("mesa el sábado del puente, a comer"));
    assertEquals("para el 5/12/2026", dated("para el sábado del puente de diciembre"));
    assertEquals("para el 5/12/2026", dated("para el sábado del puente de la constitución"));
    assertEquals("el 30/4/2027 a las dos", dated("el viernes del puente de mayo a las dos"));
  }

  @Test
  void withoutAFeastNothingIsSaid() {
    assertEquals("el sábado", dated("el sábado"));
    String said = "el sábado del puente";
    assertEquals(said, LongWeekend.dated(said, Holidays.NONE, TODAY));
  }

  private static String dated(String text) {
    return LongWeekend.dated(text, HOLIDAYS, TODAY);
  }
}
