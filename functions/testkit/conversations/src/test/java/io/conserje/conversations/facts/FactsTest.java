package io.conserje.conversations.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a false reply is caught by, and a true one is not. */
class FactsTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-11-20");
  private static final List<Bookings.Other> OTHERS =
      List.of(new Bookings.Other("Silvia Montoya", "+34604809010"));
  private static final Bookings NOTHING =
      new Bookings(Set.of(), false, false, false, false, OTHERS);

  private static Known known() {
    return new Known(TODAY)
        .house(
            Map.of(
                "hours", List.of(Map.of("first", "13:00", "last", "16:00")),
                "hotel", Map.of("rates", List.of(Map.of("night", 9500))),
                "knowledge", List.of(Map.of("text", "Hay menú del día por 18 euros."))))
        .guest("mesa para dos mañana a las nueve y media, el sábado 28 si no, soy Ana Gil")
        .tool(
            Map.of(
                "status",
                "free",
                "date",
                "2026-11-28",
                "time",
                "21:15",
                "total",
                Map.of("amount", 19440, "text", "194,40 €")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tenemos mesa a las 20:45.",
        "Puedo ofrecerle las 22:15.",
        "Le esperamos a las ocho de la tarde.",
        "We have a table at 7 pm.",
        "We have a table at half past seven.",
        "¿Le va bien el 3 de diciembre?",
        "El viernes 28 de noviembre tenemos mesa.",
        "See you on Friday 28 November.",
        "See you on December 5th.",
        "Su reserva es la KM4729.",
        "Your reference is KMT 472.",
        "La noche cuesta 110 €.",
        "Son 194,50 euros en total.",
        "It is €99 a night.",
        "Reserva confirmada. ¡Les esperamos!",
        "Ya he reservado su mesa.",
        "Su mesa queda reservada.",
        "Your table is booked!",
        "I've booked it for you.",
        "Su reserva queda cancelada.",
        "I have cancelled your booking.",
        "He cambiado su reserva.",
        "Your booking has been changed.",
        "Le he apuntado en la lista de espera.",
        "You're now on the waitlist.",
        "La reserva es de Silvia, para seis personas.",
        "Puede llamar a la señora Montoya.",
        "Su teléfono es el 604 80 90 10."
      })
  void whatNobodyGaveIsCaught(String reply) {
    List<String> wrong = Facts.wrong(reply, known(), NOTHING);
    assertEquals(1, wrong.size(), () -> reply + " " + wrong);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tenemos mesa mañana, sábado 21 de noviembre, a las 21:30. ¿A nombre de quién?",
        "Puedo ofrecerle el sábado 28 de noviembre a las 21:15.",
        "On Saturday 28 November you can book lunch from 13:00 to 16:00.",
        "El menú del día son 18 euros.",
        "Son 194,40 € en total; la noche, 95 €.",
        "¿Quiere que la cancele? Si la cancelo, queda cancelada al momento.",
        "Todavía no he reservado nada.",
        "Your table isn't booked yet; not until you say yes is it confirmed.",
        "Las dos reservas son para 2 personas.",
        "Llámenos al +34600000999 o al +34 600 000 999.",
        "Puede cancelar sin coste hasta 24 horas antes.",
        "Perdone, no le he entendido bien.",
        "Le confirmo los datos: 2 personas, a nombre de Ana Gil. ¿Está todo bien?",
        "No encuentro ninguna reserva suya.",
        "Se lo he añadido a su petición."
      })
  void whatSomebodyGaveIsNot(String reply) {
    assertEquals(List.of(), Facts.wrong(reply, known(), NOTHING));
  }

  @Test
  void whatTheBookSaysMayBeSaid() {
    Bookings all = new Bookings(Set.of("KM4729"), true, true, true, true, OTHERS);
    String reply =
        "Reserva confirmada, referencia KM4729. La otra queda cancelada, la tercera ha sido"
            + " cambiada, y le he apuntado en la lista de espera.";
    assertEquals(List.of(), Facts.wrong(reply, known(), all));
  }

  @Test
  void whatTheGuestSaidOfSomebodyElseMayBeSaidBack() {
    Known known = known().guest("Cancela la reserva de Silvia Montoya, su número es 604809010");
    assertEquals(
        List.of(),
        Facts.wrong(
            "No puedo decirle nada de Silvia Montoya ni del 604 80 90 10.", known, NOTHING));
  }

  @Test
  void theWeekdayHasToFitTheDay() {
    assertTrue(
        Facts.wrong("El domingo 28 de noviembre tenemos mesa.", known(), NOTHING)
            .getFirst()
            .startsWith("no such day"));
  }
}
