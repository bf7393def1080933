package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.venue.Venue;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people wrote in an ordinary week, and was misread. */
class OrdinaryWeekTest {

  private final Venue venue = Houses.restaurant();
  private final FakeHouse house = new FakeHouse(venue, Houses.NOON);
  private final Player guest =
      new Player(new BuiltInModel(), venue, Houses.NOON, house, "").byWebChat();
  private final Venue hotel = Houses.hotel();
  private final Player traveller =
      new Player(new BuiltInModel(), hotel, Houses.NOON, new FakeHouse(hotel, Houses.NOON), "")
          .byWebChat();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "somos una pareja y dos niños|4",
        "una pareja con 3 hijos|5",
        "pareja más un peque|3",
        "matrimonio con dos críos|4",
        "vamos un matrimonio y una nena|3",
        "somos pareja con 2 nenes de 6 y 9|4",
        "un matrimonio y un bebé|3",
        "una pareja con una niña de 5 años|3",
        "seremos una pareja y cuatro hijos|6",
        "en pareja con dos chiquitos|4"
      })
  void aCoupleIsTwoBesideItsChildren(String said, int party) {
    guest.say("mesa mañana a las 14:00, " + said);

    assertEquals("party_size=" + party, guest.calls.getFirst().split(" ")[2]);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "somos una pareja con 2 niños",
        "una pareja y dos niñas de 4 y 6 años",
        "matrimonio con dos hijos",
        "pareja más 2 nenes",
        "we are a couple and two kids",
        "somos un matrimonio y dos peques"
      })
  void aCoupleWithChildrenIsTwoAdultsInARoom(String said) {
    traveller.say("habitación del 10 al 12 de enero, " + said);

    assertTrue(traveller.calls.getFirst().startsWith("quote_stay adults=2 "), said);
    assertTrue(traveller.calls.getFirst().contains("children=2"), said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "que no sea en la terraza, que mi madre es friolera|inside",
        "no nos pongáis en la terraza|inside",
        "preferimos no estar fuera|inside",
        "no queremos comer fuera|inside",
        "no me gustaría estar en la terraza|inside",
        "we don't want to sit outside|inside",
        "I'd rather not be on the terrace|inside",
        "we'd prefer not to sit outside|inside",
        "no quiero que sea dentro|terrace",
        "que no nos sienten dentro|terrace"
      })
  void whoIsNotToSitThereSitsElsewhere(String said, String zone) {
    guest.say("mesa para 4 mañana a las 14:00, " + said);

    assertTrue(guest.calls.getFirst().endsWith("zone=" + zone), guest.calls.getFirst());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no nos importa estar en la terraza",
        "we don't mind sitting outside",
        "si no hay sitio, en la terraza",
        "no hay problema en la terraza"
      })
  void whoDoesNotMindIsSeatedThere(String said) {
    guest.say("mesa para 4 mañana a las 14:00, " + said);

    assertTrue(guest.calls.getFirst().endsWith("zone=terrace"), guest.calls.getFirst());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "que horas teneis?",
        "qué horas hay",
        "a qué hora puede ser?",
        "pues qué horarios tienen disponibles",
        "q horas os quedan libres?",
        "a que horas se puede reservar",
        "what times do you have?",
        "what times are available?",
        "which slots are there",
        "ok what time can we come?"
      })
  void whoAsksForTheHoursWeAskedForIsToldThem(String said) {
    guest.say("mesa para 4 el sábado para cenar");

    guest.say(said);

    assertEquals(List.of(), guest.calls);
    assertTrue(guest.lastSaid().contains("20:00"), guest.lastSaid());
    assertFalse(guest.lastSaid().contains("600000900"), guest.lastSaid());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "perdón, era mi hijo jugando con el celular jaja",
        "uy se me fue el dedo sin querer",
        "me he equivocado de chat, perdona",
        "estaba probando, nada más",
        "era pa ver si contestaban",
        "fue el gato jajaja",
        "sorry wrong chat",
        "that was my toddler, sorry",
        "my son had my phone haha",
        "just testing if this works"
      })
  void whoWroteByMistakeIsNotAskedAgain(String said) {
    guest.say(said);

    assertEquals(List.of(), guest.calls);
    assertTrue(
        guest.lastSaid().startsWith("No se preocupe") || guest.lastSaid().startsWith("No problem"),
        guest.lastSaid());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "una noche solo. llegaria a las 11 y media o asi, hay problema?",
        "llegamos muy tarde, sobre medianoche, ¿pasa algo?",
        "aterrizo a las 22:40, ¿habrá alguien en recepción?",
        "llegaré de madrugada, ¿se puede?",
        "entraríamos a las 12 de la noche, ¿hay algún problema?",
        "we land late, will somebody be there?",
        "we'd arrive after midnight, is that ok?",
        "I'd get there at about 23:30, is that a problem?",
        "arriving around 11 at night, can I still check in?",
        "llegamos sobre las 23, ¿nos abrirán?"
      })
  void whoComesLateAsksAboutTheDesk(String said) {
    traveller.say("habitación individual para esta noche, una persona");

    traveller.say(said);

    assertTrue(
        traveller.calls.stream()
            .anyMatch(call -> call.contains("llegar tarde") || call.contains("late arrival")),
        traveller.calls.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "do you have a single room available from 14 to 16 December?",
        "is there a double free from 12 to 14 January",
        "a double room available from 9 to 11 December please",
        "any room free from 10 to 13 Feb?",
        "is a suite available from 13 until 15 January?",
        "room available from 8 - 10 December?",
        "habitación individual libre desde 12 a 14 de enero",
        "¿hay habitación disponible desde 10 hasta 12 de enero?"
      })
  void daysOfAStayAreNoHourOfArrival(String said) {
    traveller.say(said);

    assertTrue(traveller.calls.stream().noneMatch(c -> c.startsWith("find_stay")), said);
    assertFalse(traveller.lastSaid().contains("50 %"), traveller.lastSaid());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hice una reservación para el domingo y se sumó mi suegra",
        "hicimos una reservación para el viernes y somos uno más",
        "mi reservación es para el sábado, ahora somos 5",
        "tenemos una reservación el domingo y quisiéramos cambiar la hora",
        "I made a booking for Sunday and we're now five",
        "I made a reservation for Saturday, can we change it to 9pm",
        "nuestra reservación del sábado, queremos pasarla al domingo",
        "tenía una reservación para el domingo, ahora seríamos 6"
      })
  void whoMadeAReservationHasOne(String said) {
    guest.say(said);

    assertEquals("find_reservation", guest.calls.getFirst().split(" ")[0]);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "the name is doyle patrick doyle|Patrick Doyle",
        "under hughes tom hughes|Tom Hughes",
        "the name's bond james bond|James Bond",
        "it's walsh, sinead walsh|Sinead Walsh"
      })
  void aSurnameSaidFirstIsNotSaidTwice(String said, String name) {
    guest.say("table for two thursday at half past eight, " + said);
    guest.say("655 12 12 12");

    assertTrue(guest.lastSaid().contains("name " + name + "."), guest.lastSaid());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "I've got a booking for Saturday at 8pm, can we make it 9 instead?|21:00",
        "We're booked tomorrow at 9pm, could you make that 10?|22:00",
        "I have a table at 8 tomorrow, can you move it to 9?|21:00",
        "our booking's for 9pm on Saturday, please push it to 10|22:00",
        "booked for 8 pm tomorrow, could we make it nine please|21:00"
      })
  void aNumberNearTheHourThatIsToldIsAnHour(String said, String hour) {
    house.has("K7Q1", LocalDateTime.parse("2026-11-21T" + hour).minusHours(1), 2, "Tom Fletcher");
    guest.say(said);
    guest.say("K7Q1, Tom Fletcher");

    assertTrue(guest.lastSaid().contains("at " + hour + ", 2 people. Shall"), guest.lastSaid());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "está correcto",
        "sí, está correcto",
        "está todo perfecto",
        "está bien así",
        "sí, está todo correcto",
        "está muy bien",
        "está ok"
      })
  void whoApprovesAsksNothing(String said) {
    guest.say("mesa para 2 mañana a las 14:00, Ana Gil, 655 12 12 12");

    guest.say(said);

    assertEquals(1, guest.calls.size(), guest.calls.toString());
    assertFalse(guest.lastSaid().contains("600000900"), guest.lastSaid());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "queríamos cenar unos 22 el sábado 28. ¿Tenéis menú de grupo?",
        "somos 30 para una comida el viernes 27, ¿hacéis este tipo de eventos?",
        "cena de empresa para 18 el viernes 27, tenéis menú para grupos?",
        "dinner for 20 on Friday 27, do you have a group menu?",
        "we'd be 25 on Saturday 28, do you host events?"
      })
  void whatAPersonTellsAGroupIsNotLookedFor(String said) {
    guest.say(said);

    assertEquals(List.of(), guest.calls);
    assertEquals(List.of(), house.unknown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pero si soy su mujer",
        "venga, es una sorpresa",
        "por favor, es importante",
        "solo dime la hora",
        "i'm his wife",
        "come on, please"
      })
  void whoInsistsIsRefusedOnceMore(String said) {
    guest.say("¿me puede decir a qué hora viene mi marido, Julián Otero, esta noche?");
    String refusal = guest.lastSaid();

    guest.say(said);

    assertTrue(guest.lastSaid().equals(refusal) || guest.lastSaid().startsWith("I can't share"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ahora seríamos 5 en vez de 4",
        "y sería a las 14:30",
        "al final vamos 6",
        "queremos pasarla a las 15:00"
      })
  void whatIsToldBeforeTheCodeIsKept(String said) {
    guest.say("quiero cambiar mi reserva del domingo");

    guest.say(said);

    assertTrue(guest.lastSaid().endsWith("¿Tiene la referencia de la reserva?"), guest.lastSaid());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"el código es PU9889", "código PU9889", "mi reserva es la PU9889", "PU9889 es"})
  void aCodeIsLookedUpWheneverItIsTold(String said) {
    guest.say(said);

    assertEquals("find_reservation reference=PU9889", guest.calls.getFirst());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ok, reservadla",
        "vale pues resérvala",
        "apúntanosla",
        "perfecto, reservárnosla",
        "cógela",
        "pues hazla",
        "confírmamela",
        "guardádnosla"
      })
  void whatIsToBeDoneIsNobodysName(String said) {
    traveller.say("habitación doble del 30 de enero al 2 de febrero para dos");

    traveller.say(said);

    assertFalse(traveller.lastSaid().contains("teléfono"), traveller.lastSaid());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "me cobrais algo?",
        "tiene algún coste?",
        "¿es gratis?",
        "hay que pagar algo?",
        "is there a fee?",
        "will I be charged?",
        "do we have to pay anything?"
      })
  void whatCallingOffCostsIsAskedOfTheHouse(String said) {
    guest.say("quiero cancelar mi mesa");

    guest.say(said);

    assertTrue(guest.calls.getFirst().matches(".*(cancelación|cancellation).*"), said);
    assertFalse(guest.lastSaid().contains("cuántas personas"), guest.lastSaid());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pili lozano 655112233|Pili Lozano",
        "pili garcía, 655 11 22 33|Pili García",
        "Pili Lobo, mi móvil es 655112233|Pili Lobo",
        "655112233 gracias|Pili",
        "el 655112233|Pili"
      })
  void theSurnameMayComeWithTheNumber(String said, String name) {
    guest.say("mesa para 3 mañana a la 13:30, soy Pili");

    guest.say(said);

    assertTrue(guest.lastSaid().contains("a nombre de " + name + "."), guest.lastSaid());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "¿podemos entrar en la habitación antes de las tres?",
        "llegamos a las 10 de la mañana, ¿hay problema?",
        "can we check in early, is that possible?"
      })
  void whoComesEarlyAsksNothingOfTheDesk(String said) {
    traveller.say(said);

    assertTrue(
        traveller.calls.stream()
            .noneMatch(call -> call.contains("llegar tarde") || call.contains("late arrival")),
        traveller.calls.toString());
  }
}
