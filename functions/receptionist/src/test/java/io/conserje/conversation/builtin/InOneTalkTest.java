package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.venue.Venue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a message leaves to those before it. */
class InOneTalkTest {

  private Player guest;

  private String talk(String... messages) {
    return talk(Houses.restaurant(), messages);
  }

  private String talk(Venue venue, String... messages) {
    var house = new FakeHouse(venue, Houses.NOON);
    guest = new Player(new BuiltInModel(), venue, Houses.NOON, house, "").byWebChat();
    String said = "";
    for (String message : messages) {
      said = guest.say(message);
    }
    return said;
  }

  private void calls(String... called) {
    assertEquals(List.of(called), guest.calls.stream().map(Object::toString).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"la segunda", "mejor la otra hora", "a las nueve"})
  void theSecondOfTwoHoursCanBeTaken(String which) {
    talk("para el 5 de diciembre somos 4, a las 20:30 o a las 21:00, ¿qué tenéis?", which);

    calls("check_availability date=2026-12-05 party_size=4 time=21:00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"10 then", "ok 10 then", "las 10 mejor"})
  void anHourNearTheOneFoundIsNoNumberOfPeople(String hour) {
    talk("tonight for 3 at 9?", hour);

    calls("check_availability date=2026-11-20 party_size=3 time=22:00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "table for 2 and the baby saturday 28th, 1pm",
        "table for 2 and our baby on saturday 28th at 1pm",
        "mesa para dos y el bebé el sábado 28 a la una"
      })
  void theBabyIsCounted(String said) {
    talk(said);

    calls("check_availability date=2026-11-28 party_size=3 time=13:00");
  }

  @Test
  void aSecondTableOfAnotherMealHasAnHourOfItsOwn() {
    talk(
        "para mañana a las 9 de la noche para dos, y otra para el domingo a comer para seis",
        "Alicia Mora 698 765 432");

    String next = guest.say("sí");

    assertTrue(next.contains("El domingo 22 de noviembre se puede reservar para comer"), next);
  }

  @Test
  void whatIsSaidOfTheSecondTableIsKeptForIt() {
    talk(
        "mesa para mañana a las 9 para dos y otra para el domingo a comer para seis",
        "a las 13:00 el domingo",
        "Alicia Mora 698 765 432",
        "sí");

    assertTrue(
        guest.calls.toString().contains("date=2026-11-22 party_size=6 time=13:00"),
        guest.calls.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hola, queria saber si mañana tienen musica en vivo",
        "¿mañana hay sitio para el carrito?"
      })
  void theTableIsMeantForTheDayThatWasAskedAbout(String question) {
    talk(question, "ah bueno, mesa para 3 a las 10 de la noche");

    calls("check_availability date=2026-11-21 party_size=3 time=22:00");
  }

  @Test
  void aQuestionOfEverySaturdayIsOfNoDay() {
    assertEquals(
        "¿Para qué día sería?", talk("¿los sábados hay menú del día?", "vale, mesa para dos"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quisiera saber si la reserva de Carmen Torres está hecha",
        "llegamos 20 minutos tarde",
        "we're running half an hour late",
        "se me bajaron dos para el sábado 28, vamos a ser 6 nomás"
      })
  void whatStandsIsLookedFor(String said) {
    talk(said);

    calls("find_reservation");
  }

  @ParameterizedTest
  @ValueSource(strings = {"699887766", "no me acuerdo del código, está a nombre de Pérez"})
  void whoeverInsistsHearsItOnceMore(String said) {
    String refused = talk("quiero anular mi reserva de mañana", "no sé el código");

    assertTrue(refused.startsWith("Por seguridad"), refused);
    assertEquals(refused, guest.say(said));
  }

  @Test
  void whoAsksForAFreedTableAsksForATable() {
    String said = talk("ayer no había mesa para hoy a las 9, ¿se ha liberado algo? somos dos");

    assertTrue(said.startsWith("Tenemos mesa para 2 personas"), said);
  }

  @Test
  void whatIsOrderedAheadIsNoted() {
    talk("mesa para 4 el sábado a las 14 y encargo un arroz", "Julián, 677 00 11 22", "sí");

    assertTrue(guest.calls.toString().contains("notes=encargo un arroz"), guest.calls.toString());
  }

  @Test
  void aNumberThatCannotBeCalledIsAskedForWithItsCountryCode() {
    String said = talk("mesa para 2 mañana a las 21h", "Martín Pereyra 11 5555 4444");

    assertTrue(said.contains("prefijo de su país"), said);
  }

  @Test
  void aWishThatIsKnownIsUnderstood() {
    String said =
        talk(Houses.hotel(), "del 20 al 23 de diciembre dos adultos y un bebé", "con cuna");

    assertTrue(said.startsWith("Tengo libre"), said);
  }

  @Test
  void anInvoiceIsNothingTheHouseHasWordsFor() {
    String said = talk(Houses.hotel(), "necesito una factura a nombre de mi empresa cuando salga");

    assertTrue(said.startsWith("De eso no tengo información"), said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "¿abrís el lunes 7 de diciembre? ¿y el martes?",
        "vais a abrir el 7 de diciembre? y el 8?"
      })
  void everyDayThatIsAskedAboutIsAnswered(String question) {
    assertEquals(
        "El lunes 7 de diciembre cerramos. El martes 8 de diciembre se puede reservar para comer de"
            + " 13:00 a 15:30.",
        talk(question));
  }

  @ParameterizedTest
  @ValueSource(strings = {"perdón, era para el viernes", "sorry, I meant Friday"})
  void aStayOfTheWrongDayIsMoved(String said) {
    talk(
        Houses.hotel(),
        "una individual para el jueves, una noche, Ignacio Peña 644 555 111",
        "sí",
        said);

    assertTrue(
        guest.calls.toString().contains("arrival=2026-11-27 departure=2026-11-28"),
        guest.calls.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"which is cheapest?", "what's the least expensive one?"})
  void theCheapestIsChosenAndNotUnknown(String which) {
    String said = talk(Houses.hotel(), "3 nights from December 28th, 2 adults", which);

    assertTrue(said.startsWith("The doble"), said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2 dobles y una individual del 4 al 7 de diciembre, 5 adultos. ¿Cuánto sería en total?",
        "una doble del 4 al 7 de diciembre, 2 adultos, ¿cuánto es todo junto?"
      })
  void whatItAllCostsIsNotUnknown(String said) {
    String told = talk(Houses.hotel(), said);

    assertTrue(!told.contains("no tengo información") && told.contains("300,00 €"), told);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "me tengo que ir un día antes, ¿qué hago?",
        "I have to leave a day early, what do I do?",
        "we need to cancel our room. How do we go about it?"
      })
  void whoAsksWhatToDoIsHelpedWithWhatWasToldBefore(String said) {
    talk(Houses.hotel(), said);

    calls("find_stay");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pues el 28", "el 28 entonces"})
  void aDayThatDoesNotExistIsNoNumberOfPeople(String day) {
    assertEquals(
        "¿Para cuántas personas sería?", talk("quiero reservar para el 31 de noviembre", day));
  }

  @Test
  void whoeverTellsAWholeWishCallsNothingOff() {
    talk(
        "Escribo de parte de don Ignacio Valcárcel: una comida el martes 24 a las 14:15, tres"
            + " personas. La reserva a su nombre, no al mío, y en una mesa tranquila.");

    calls("check_availability date=2026-11-24 party_size=3 time=14:15");
  }

  @Test
  void aBookingOfAnotherSiteIsLookedFor() {
    talk(Houses.hotel(), "reservé por Booking, ¿está todo bien? a nombre de Weber");

    calls("find_stay");
  }
}
