package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.venue.Venue;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Over web chat, where nobody's number is known: a table is wanted, whatever is asked beside it.
 */
class WishBesideQuestionsTest {

  private final Venue venue = Houses.restaurant();
  private final FakeHouse house = new FakeHouse(venue, Houses.NOON);
  private final Player player =
      new Player(new BuiltInModel(), venue, Houses.NOON, house, "").byWebChat();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quiero reservar mi madre no puede comer gluten",
        "necesitamos mesa el viernes. mi hermano es celíaco. ¿qué especialidades tienen?",
        "quería una mesa, que no esté pegada al baño. ¿tenéis menú del día?",
        "buenas, se puede reservar por este chat?",
        "¿hay mesa el viernes a las 9? mi tía es alérgica al marisco, para que lo sepáis",
        "perdón si molesto, ¿os queda hueco este jueves?",
        "soy un desastre con esto. queremos ir el viernes, ¿habría mesa?",
        "me gustaría reservar. Soy Inés Robles y mi teléfono 634556677. la niña es alérgica al huevo",
        "vamos a ser, si todo va bien, unos cuantos; quisiera apartar mesa, ¿tienen wifi?"
      })
  void itIsAskedForHowMany(String said) {
    assertTrue(player.say(said).endsWith("¿Para cuántas personas sería?"), player.lastSaid());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mesa para dos mañana a las nueve de la noche. ¿cobráis si se cancela?",
        "¿tienen mesa para dos mañana a las 21:00? ¿hasta cuándo se puede cancelar sin costo?",
        "mañana a las 21:00, dos personas. ¿se puede cancelar con tarjeta?",
        "iríamos mañana a las 21:00, somos dos, ¿tendrán lugar?",
        "mañana a las 21:00 somos dos, me confirmáis, gracias",
        "mañana a las 21:00 para dos, ¿hay sitio? mi cuñada no puede tomar nada crudo",
        "buenas, me reservas para dos mañana a las 21:00?",
        "nunca había reservado por chat. quiero apartar mañana a las 21:00 mesa para dos",
        "perdón que moleste, quería mesa para dos mañana a las 21:00",
      })
  void theWholeWishIsLookedUp(String said) {
    player.say(said);
    assertTrue(player.calls.toString().contains("check_availability"), player.calls.toString());
    assertTrue(player.lastSaid().endsWith("¿A nombre de quién hago la reserva?"));
  }

  @Test
  void whatCancellingCostsCallsNothingOff() {
    player.say("mesa para dos mañana a las 21:00");
    player.say("Inés Robles");
    player.say("634 556 677, ¿y qué política de cancelación tienen?");
    assertTrue(player.lastSaid().contains("a nombre de Inés Robles"), player.lastSaid());
  }

  @Test
  void aDayWithItsMonthIsOfThatMonth() {
    player.say("mesa para dos el 4 de diciembre a las 21:00");
    player.say("Inés Robles");
    player.say("634556677");
    player.say("no, es para el 27/11");
    assertTrue(
        player.lastSaid().contains("viernes 27 de noviembre a las 21:00, 2 personas"),
        player.lastSaid());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "perdona, ¿me la pasas para el viernes 4?",
        "uf, ese día no podemos, ¿tienen lugar el viernes 4?",
        "se nos complicó esa noche, ¿hay mesa el viernes 4?"
      })
  void whatIsPutOffAfterwardsIsTheSameTable(String said) {
    booked();
    player.say(said);
    assertTrue(player.lastSaid().contains("Quedaría así: viernes 4"), player.lastSaid());
  }

  @Test
  void whoCannotThenIsStillOfTheParty() {
    booked();
    player.say("es que mi hijo no puede ese día. ¿nos la pone para el viernes 4?");
    assertTrue(player.lastSaid().contains("viernes 4 de diciembre a las 21:00, 2 personas"));
  }

  @Test
  void aQuestionBeforeCancellingBeginsNoBooking() {
    booked();
    player.say("anúlala");
    player.say("¿vienen los alérgenos en la carta?");
    assertTrue(player.lastSaid().endsWith("¿Quiere que la cancele?"), player.lastSaid());
    player.say("jenial");
    assertTrue(player.lastSaid().endsWith("¿Quiere que la cancele?"), player.lastSaid());
  }

  @Test
  void whatIsStruckOffIsCancelled() {
    booked();
    player.say("dala de baja porfa, cambio de planes");
    assertTrue(player.lastSaid().endsWith("¿Quiere que la cancele?"), player.lastSaid());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "reserva 7KQ2M marta ruiz ahora somos cinco",
        "reservé con el código 7KQ2M a nombre de Marta Ruiz y somos cinco al final, ¿hay drama?",
        "la reserva 7KQ2M de Marta Ruiz, ¿será que la podemos dejar para cinco?"
      })
  void whatIsToldOfABookingThatIsNamedChangesIt(String said) {
    house.has("7KQ2M", LocalDateTime.parse("2026-12-04T21:30"), 3, "Marta Ruiz");
    player.say(said);
    assertTrue(player.lastSaid().contains("a las 21:30, 5 personas"), player.lastSaid());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hola, reservé a nombre de Marta Ruiz, código 7KQ2M, ¿puede ser a las 22:30?",
        "no llego a la reserva 7KQ2M, Marta Ruiz, ¿la podéis dejar a las 22:30?"
      })
  void anotherHourOfABookingThatIsNamedChangesIt(String said) {
    house.has("7KQ2M", LocalDateTime.parse("2026-12-04T21:30"), 3, "Marta Ruiz");
    player.say(said);
    assertTrue(player.lastSaid().contains("a las 22:30, 3 personas"), player.lastSaid());
  }

  @Test
  void whoNamesABookingAndNothingElseIsToldOfIt() {
    house.has("7KQ2M", LocalDateTime.parse("2026-12-04T21:30"), 3, "Marta Ruiz");
    player.say("buenas, tengo el código 7KQ2M de Marta Ruiz");
    assertTrue(player.lastSaid().contains("viernes 4 de diciembre a las 21:30"));
  }

  @Test
  void aYesThatSoundsLikeAQuestionAsksNothing() {
    player.say("mesa para dos mañana a las 21:00 a nombre de Inés Robles");
    player.say("634556677");
    player.say("es correcto");
    assertFalse(player.lastSaid().contains("no tengo información"), player.lastSaid());
  }

  @Test
  void whoseItIsIsAskedAgainAfterAQuestion() {
    player.say("quiero cambiar mi reserva");
    player.say("¿tenéis wifi?");
    assertFalse(player.lastSaid().contains(": ."), player.lastSaid());
    assertTrue(player.lastSaid().endsWith("¿Tiene la referencia de la reserva?"));
  }

  private void booked() {
    player.say("mesa para dos el jueves 26 a las 21:00 a nombre de Inés Robles");
    player.say("634556677");
    player.say("sí");
    assertEquals(1, player.calls.size());
  }
}
