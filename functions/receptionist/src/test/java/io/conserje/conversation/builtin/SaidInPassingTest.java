package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.venue.Venue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Small things that once turned a booking into something else. */
class SaidInPassingTest {

  private final Venue venue = Houses.restaurant();
  private final Player guest =
      new Player(new BuiltInModel(), venue, Houses.NOON, new FakeHouse(venue, Houses.NOON), "")
          .byWebChat();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9 works",
        "9 is fine",
        "ok, 9 suits us",
        "pues 9 nos va bien",
        "9 me va perfecto"
      })
  void aNumberThatSuitsIsAnHour(String said) {
    guest.say("mesa para 5 mañana a partir de las 20:00");

    guest.say(said);

    assertEquals(
        List.of("check_availability date=2026-11-21 party_size=5 time=21:00"), guest.calls);
  }

  @ParameterizedTest
  @CsvSource({
    "Elena Martos, Elena Martos",
    "Ana Sabada, Ana Sabada",
    "José Luis Martos, José Luis Martos"
  })
  void aSurnameIsNoDayWithASlip(String said, String name) {
    guest.say("mesa para 2 el sábado 28 a las 21:00");

    guest.say(said + " y mi tlf es el 677 88 99 00");

    assertTrue(guest.lastSaid().contains("sábado 28 de noviembre"), guest.lastSaid());
    assertTrue(guest.lastSaid().contains("a nombre de " + name), guest.lastSaid());
  }

  @Test
  void childrensAgesAreNoHour() {
    guest.say("somos dos adultos y dos niños de 3 y 5, para este domingo a comer");

    assertEquals(List.of(), guest.calls);
    assertTrue(guest.lastSaid().startsWith("¿A qué hora"), guest.lastSaid());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2 adultos y niños de 4, 6 y 9|5",
        "dos adultos con niños de 3 y 5 años|4",
        "2 adults and kids aged 7 and 9|4",
        "2 adultos y dos niños de 4 y 6|4"
      })
  void childrenAreAsManyAsTheirAges(String said, int party) {
    guest.say("mesa mañana a las 14:00 para " + said);

    assertEquals(
        List.of("check_availability date=2026-11-21 party_size=" + party + " time=14:00"),
        guest.calls);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "me he equivocado de día, reservé para el viernes y era el sábado",
        "oye que reservé mal, puse el viernes y era el sábado",
        "I booked the wrong day, can you fix it?",
        "nos confundimos de fecha al reservar",
        "we booked for Friday but it should have been Saturday"
      })
  void whoBookedTheWrongDayHasABooking(String said) {
    guest.say(said);

    assertEquals(List.of("find_reservation"), guest.calls);
  }

  @ParameterizedTest
  @ValueSource(strings = {"necesitaremos tronas para los dos", "y sillitas para los dos"})
  void whatTwoNeedDoesNotCountThem(String said) {
    guest.say("mesa para 6 adultos y 2 niños mañana a las 14:00, Ana Ruiz 666777888");
    guest.say("sí");

    guest.say(said);

    assertTrue(guest.lastSaid().contains("8 personas (nota: "), guest.lastSaid());
  }

  @Test
  void theChristmasDinnerOfAnOfficeIsOnAnyDay() {
    guest.say("mesa para 6, la cena de navidad de la oficina, a las 21:00");

    assertEquals("¿Para qué día sería?", guest.lastSaid());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hola, estoy enfrente, ¿hay mesa ahora mismo para dos?",
        "do you have a table for two right now?"
      })
  void nowIsAMoment(String said) {
    guest.say(said);

    assertEquals(
        List.of("check_availability date=2026-11-20 party_size=2 time=12:00"), guest.calls);
  }

  @Test
  void aNameWithATitleIsASentence() {
    guest.say(
        "A table for 6 on the 5th of December at 20h00. Mr. Dubois. Phone: +33 6 12 34 56 78.");

    assertTrue(guest.lastSaid().contains("under the name Dubois"), guest.lastSaid());
  }

  @ParameterizedTest
  @ValueSource(strings = {"655-12-12-12", "655.121.212", "655-121-212"})
  void aNumberMayBeWrittenWithSigns(String phone) {
    guest.say("mesa para 2 mañana a las 21:00, Rosa Cano " + phone);

    guest.say("sí");

    assertTrue(guest.calls.getLast().contains("phone=+34655121212"), guest.calls.toString());
  }

  @Test
  void anAddressNobodyAskedForIsNotMisunderstood() {
    guest.say("mesa para 2 mañana a las 21:00, Rosa Cano 655121212");

    String answer = guest.say("rosa@cano.es");

    assertTrue(answer.startsWith("Gracias; con el teléfono me basta. Le confirmo"), answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no quiero reservar, solo saber si tenéis opciones sin gluten",
        "I'm not booking yet, just wanted to know if you take cards"
      })
  void whoOnlyAsksIsNotAskedHowManyCome(String said) {
    guest.say(said);

    assertTrue(guest.calls.getFirst().startsWith("get_house_info"), guest.calls.toString());
    assertTrue(guest.lastSaid().endsWith("+34600000900."), guest.lastSaid());
  }

  @Test
  void whatWasLeftBehindIsNoComplaint() {
    guest.say("we were there last night and I think I left my jacket");
    assertTrue(guest.calls.getFirst().endsWith("reason=other"), guest.calls.toString());

    guest.say("anoche nos dejasteis los platos fríos y tardaron una hora, fatal");
    assertTrue(guest.calls.getFirst().endsWith("reason=complaint"), guest.calls.toString());
  }

  @Test
  void aNoteKeepsToWhatItIsAbout() {
    guest.say(
        "Mi marido y yo queremos celebrar nuestro aniversario el sábado 28, nos gustaría una mesa"
            + " tranquila junto a la ventana a eso de las 9. Elena Ruiz, 677889900");

    guest.say("sí");

    assertTrue(
        guest
            .calls
            .getLast()
            .contains(
                "notes=celebrar nuestro aniversario; tranquila junto a la ventana party_size"),
        guest.calls.toString());
  }
}
