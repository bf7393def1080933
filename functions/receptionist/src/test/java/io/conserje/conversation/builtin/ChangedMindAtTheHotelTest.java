package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who thinks again in the middle of a stay, and what must not be taken for a yes. */
class ChangedMindAtTheHotelTest {

  private final FakeHouse house = new FakeHouse(Houses.hotel(), Houses.NOON);
  private final Player player =
      new Player(new BuiltInModel(), Houses.hotel(), Houses.NOON, house, "").byWebChat();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "llegaríamos el viernes 18 de diciembre y nos iríamos el lunes... bueno no, el domingo",
        "del viernes 18 de diciembre al lunes, digo, domingo",
        "llegamos el viernes 18 de diciembre y nos vamos el lunes, perdón, el domingo",
        "entramos el viernes 18 de diciembre y salimos el lunes. Ay no, el domingo",
        "arriving Friday 18 December, leaving on Monday... no wait, on Sunday",
        "from Friday 18 December to Monday, sorry, I mean Sunday"
      })
  void aDayIsTakenBackInTheSameBreath(String said) {
    Stay stay = heard(said, Asked.NOTHING).stay();
    assertEquals(LocalDate.of(2026, 12, 20), stay.departure(), said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "son dos, de 8 y de 5 añitos",
        "son dos, de 8 y 5 años",
        "son dos niños, de 8 y de 5 años",
        "son 2, tienen 8 y 5 años"
      })
  void thoseWhoseAgeIsToldAreChildren(String said) {
    Stay stay = heard(said, Asked.ARRIVAL).stay();
    assertEquals(2, stay.children(), said);
    assertEquals(null, stay.adults(), said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2 | cada una en la suya | 2",
        "2 | no la misma habitación, cada una la suya | 2",
        "2 | habitaciones separadas, por favor | 2",
        "2 | we'd like separate rooms | 2",
        "3 | a room each please | 3",
        "4 | cada pareja en su cuarto | 2",
        "4 | each couple in their own room | 2",
        "4 | cada matrimonio en su habitación | 2",
        "1 | cada una en la suya | 0",
        "2 | una habitación para los dos | 0"
      })
  void everybodyMayHaveARoomToHimself(int adults, String said, int rooms) {
    assertEquals(rooms, RoomsWanted.eachItsOwn(said, adults), said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "el precio de la doble y de la suite para el martes 19 de enero, una noche, dos personas",
        "¿cuánto cuesta la doble y la suite el martes 19 de enero? una noche, dos personas",
        "how much is the double and the suite on 19 January, one night, two people?",
        "¿qué precio tienen la doble o la suite el 19 de enero? Una noche, somos dos"
      })
  void twoPricesMayBeAskedTogether(String said) {
    player.say(said);
    String told = player.lastSaid();
    assertTrue(told.contains("suite") && told.matches("(?s).*(?:doble|double).*"), told);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "¿cuánto se nos va entre las dos?",
        "¿cuánto se nos pone?",
        "what would it come to?",
        "what would that be?"
      })
  void thePriceIsToldAgain(String said) {
    player.say("una doble del 11 al 13 de diciembre para mi hermana y para mí");
    player.say(said);
    assertTrue(player.lastSaid().contains("€"), player.lastSaid());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "la de principios de mes sí, esa me la dejan",
        "la otra sí me la dejan, esa no se toca",
        "la primera sí, me la quedo",
        "the other one stays, keep it"
      })
  void whoKeepsTheOtherHasNotSaidYes(String said) {
    house.rooms.has("HTL482 2026-12-11 2026-12-13 doble 2 Ana Gil");
    player.say("cancela la HTL482, Ana Gil");
    player.say(said);
    assertFalse(player.calls.toString().contains("cancel_stay"), player.lastSaid());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tengo la KMT472 y la HTL482. Me suspendieron el segundo viaje, así que esa no la voy a ocupar",
        "tengo dos, KMT472 y HTL482. La segunda no la voy a usar",
        "reservas KMT472 y HTL482: la segunda ya no la necesitamos",
        "I have KMT472 and HTL482, I won't be needing the second"
      })
  void theOneThatIsNotNeededIsTheOneToBeCalledOff(String said) {
    assertEquals(List.of("HTL482"), SeveralReferences.calledOff(said), said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "one more night, before, not after",
        "una noche más, por delante",
        "una noche más al principio",
        "otra noche antes",
        "one extra night at the beginning"
      })
  void aNightMoreMayComeFirst(String said) {
    StayShift shift = StayShift.in(said, Stay.NONE);
    assertEquals(new StayShift(-1, 0, 0, 0), shift, said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "el 5 de febrero una individual. O no, mejor una doble para uso individual",
        "la suite... no, mejor la doble, para un adulto",
        "a single, actually a double, for single use",
        "una suite, digo, una doble de uso individual"
      })
  void aRoomIsTakenBackInTheSameBreath(String said) {
    Stay stay = heard(said, Asked.NOTHING).stay();
    assertEquals("doble", stay.room(), said);
    assertEquals(1, stay.adults(), said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "llega el 14 de junio y el 15 se vuelve",
        "llega el 14 de junio y el 15 se va",
        "entra el 14 de junio, el 15 sale",
        "llego el 14 de junio y el 15 vuelvo"
      })
  void whoGoesBackLeaves(String said) {
    Stay stay = heard(said, Asked.NOTHING).stay();
    assertEquals(LocalDate.of(2027, 6, 15), stay.departure(), said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"es menor, tiene 17, ¿hay problema?", "cumple 18", "el niño tiene 3"})
  void anAgeIsNoNights(String said) {
    Stay stay = heard(said, Asked.NIGHTS).stay();
    assertEquals(null, stay.nights(), said);
    assertEquals(null, stay.departure(), said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sorry - 18 to 20, we fly on the 20th",
        "18th to 20th, sorry",
        "perdón, 18 al 20",
        "no wait, 18 until 20"
      })
  void daysKeepTheMonthThatWasTold(String said) {
    player.say("a double for two, 18 to 21 March");
    player.say(said);
    assertTrue(player.calls.toString().contains("departure=2027-03-20"), player.calls::toString);
    assertTrue(player.calls.toString().contains("arrival=2027-03-18"), player.calls::toString);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "my son is coming over and needs a single, two nights from the 9th of February",
        "mi hija viene a un examen y necesita una individual, dos noches desde el 9 de febrero",
        "una individual para mi hijo, dos noches desde el 9 de febrero"
      })
  void aChildInASingleRoomComesAlone(String said) {
    player.say(said);
    assertTrue(player.calls.toString().contains("adults=1"), player.calls::toString);
    assertFalse(player.calls.toString().contains("children"), player.calls::toString);
  }

  private static Understanding heard(String said, Asked asked) {
    return Ear.hear(
        said,
        new Ear.Situation(
            Houses.NOON.toLocalDateTime(), asked, null, Tongue.SPANISH, Wish.NONE, Houses.hotel()));
  }
}
