package io.conserje.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WordingsTest {

  private static final LocalDateTime AT = LocalDateTime.parse("2026-11-21T21:00");

  @Test
  void spanishSaysEveryFactOfABooking() {
    assertEquals(
        "Reserva confirmada en Casa Prueba: sábado 21 de noviembre a las 21:00, 4 personas, a"
            + " nombre de Lucía. Su referencia es K7Q2M. ¡Les esperamos!",
        Wordings.in(Locale.of("es", "MX")).booked(AT, 4, "Lucía", "K7Q2M", "Casa Prueba"));
  }

  @Test
  void englishSaysEveryFactOfABooking() {
    assertEquals(
        "Your table at Casa Prueba is booked: Saturday 21 November at 21:00, 1 person, under the"
            + " name Lucía. Your reference is K7Q2M. We look forward to seeing you!",
        Wordings.in(Locale.UK).booked(AT, 1, "Lucía", "K7Q2M", "Casa Prueba"));
  }

  @Test
  void aCancellationNamesTheReservation() {
    for (Locale language : new Locale[] {Locale.of("es"), Locale.ENGLISH}) {
      String said = Wordings.in(language).cancelled(AT, 4, "K7Q2M");
      assertTrue(said.contains("21:00") && said.contains("K7Q2M") && said.contains("4"), said);
    }
  }

  @Test
  void troubleGivesThePhone() {
    assertTrue(Wordings.in(Locale.of("es")).troubleOnOurSide("+34600").contains("+34600"));
    assertTrue(Wordings.in(Locale.ENGLISH).troubleOnOurSide("+34600").contains("+34600"));
  }

  @Test
  void anyOtherLanguageIsAnsweredInSpanish() {
    assertSame(Wordings.in(Locale.of("es")), Wordings.in(Locale.FRENCH));
    assertSame(Wordings.in(Locale.of("es")), Wordings.in(null));
  }
}
