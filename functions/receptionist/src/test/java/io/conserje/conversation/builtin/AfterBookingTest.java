package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.venue.Venue;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said once a table is booked, or one that was booked elsewhere is spoken of. */
class AfterBookingTest {

  private final Venue venue = Houses.restaurant();
  private final FakeHouse house = new FakeHouse(venue, Houses.NOON);
  private final Player player =
      new Player(new BuiltInModel(), venue, Houses.NOON, house, "").byWebChat();

  private void book() {
    player.say("mesa para 4 mañana a las dos, a nombre de Ana Gil, 600112233");
    player.say("sí");
    assertEquals(List.of("2026-11-21 14:00 4 Ana Gil"), house.inTheBook());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "uy no, al final no podemos",
        "lo siento, no puedo",
        "oh no, wrong restaurant. please undo that",
        "me he equivocado de restaurante, bórrala",
        "deshazla, por favor",
        "sorry, we can't",
        "that was a mistake, undo it",
        "ay no, no va a poder ser",
        "olvídala",
        "scratch that"
      })
  void whoGivesItUpAtOnceIsAskedWhetherItIsCalledOff(String said) {
    book();
    player.say(said);
    player.say("sí");
    assertEquals(List.of(), house.inTheBook(), player.lastSaid());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bueno espera, ¿y si somos solo dos?",
        "espera, mejor que seamos dos",
        "wait, could we be just two?",
        "un momento, ¿y para dos?",
        "hold on, make it two"
      })
  void whoThinksAgainHasNotSaidYesToCallingOff(String said) {
    book();
    player.say("cancélala");
    player.say(said);
    assertEquals(1, house.inTheBook().size(), player.lastSaid());
    player.say("sí");
    assertEquals(List.of("2026-11-21 14:00 2 Ana Gil"), house.inTheBook(), said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "deja la hora como estaba, solo cambia las personas",
        "no, la hora déjala igual",
        "la hora no, solo las personas",
        "leave the time as it was, just change the number",
        "keep the time, just the people",
        "don't change the time"
      })
  void whatIsToStayIsTakenOutOfTheChange(String said) {
    book();
    player.say("que seamos tres y a las tres");
    player.say(said);
    player.say("sí");
    assertEquals(List.of("2026-11-21 14:00 3 Ana Gil"), house.inTheBook(), player.lastSaid());
  }

  @ParameterizedTest
  @ValueSource(strings = {"sí, al domingo", "eso es, el domingo", "sí, el domingo a las dos"})
  void whoSaysOnceMoreWhatWasReadBackAgrees(String said) {
    book();
    player.say("mejor el domingo");
    player.say(said);
    assertEquals(List.of("2026-11-22 14:00 4 Ana Gil"), house.inTheBook(), player.lastSaid());
  }

  @Test
  void theOneThatIsMeantIsCalledOffWithoutAsking() {
    book();
    player.say("y otra para el jueves 3 a las nueve de la noche para 2");
    player.say("sí");
    player.say("la primera la quito");
    player.say("sí");
    assertEquals(List.of("2026-12-03 21:00 2 Ana Gil"), house.inTheBook(), player.lastSaid());
  }

  @Test
  void allOfThemAreCalledOffTogether() {
    book();
    player.say("y otra para el jueves 3 a las nueve de la noche para 2");
    player.say("sí");
    player.say("cancela todo");
    player.say("sí");
    assertEquals(List.of(), house.inTheBook(), player.lastSaid());
  }

  @Test
  void whatWasLookedUpIsSpokenOf() {
    house.has("K7Q9", LocalDateTime.of(2026, 11, 28, 21, 0), 4, "Pablo Ruiz");
    player.say("¿a qué hora tengo la mesa? K7Q9, Pablo Ruiz");
    player.say("vale, ¿y podría ser media hora antes?");
    player.say("sí");
    assertEquals(List.of("2026-11-28 20:30 4 Pablo Ruiz"), house.inTheBook(), player.lastSaid());
  }

  @Test
  void aGoodEveningAtTheBeginningIsNoFarewell() {
    assertTrue(player.say("buenas tardes").endsWith("?"), player.lastSaid());
  }

  @Test
  void aNumberThatIsPutRightIsReadBackAgain() {
    player.say("mesa para 4 mañana a las dos, a nombre de Ana Gil, 600112233");
    String reply = player.say("no, el teléfono está mal: 600 11 22 34");
    assertTrue(reply.contains("+34600112234") && reply.contains("¿Está todo bien?"), reply);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "uy, el teléfono está mal, es el 600 44 55 66",
        "perdona, que te he dado el móvil viejo. el bueno es el 600445566",
        "me equivoqué de celular, el correcto es 600 445 566",
        "¿puedes cambiar el teléfono? ponme el 600 44 55 66",
        "sorry, wrong number, it's +34 600 445 566",
        "can you change my phone number to 600445566 please",
        "that was my old phone, use 600445566",
        "mejor llamadme al 600 44 55 66",
        "no es ese el número, es el 600445566",
        "I mistyped my mobile, it should be 600 445 566"
      })
  void anotherNumberIsPutToWhatIsBooked(String said) {
    book();
    player.say(said);
    assertEquals("+34600445566", house.book.getLast().get("phone"), player.lastSaid());
    assertTrue(player.lastSaid().contains("+34600445566"), player.lastSaid());
    assertEquals(List.of("2026-11-21 14:00 4 Ana Gil"), house.inTheBook(), player.lastSaid());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quiero cambiar el teléfono",
        "el móvil que te he dado está mal",
        "I gave you the wrong number",
        "can I change the phone number?"
      })
  void whoGaveAWrongNumberIsAskedForTheRightOne(String said) {
    book();
    player.say(said);
    assertEquals("+34600112233", house.book.getLast().get("phone"), player.lastSaid());
    player.say("600 44 55 66");
    assertEquals("+34600445566", house.book.getLast().get("phone"), player.lastSaid());
  }

  @Test
  void aSecondNumberTakesThePlaceOfNone() {
    book();
    player.say("por si acaso, el de mi marido es el 600 44 55 66");
    assertEquals("+34600112233", house.book.getLast().get("phone"), player.lastSaid());
  }

  @Test
  void theEndOfANumberIsPutRight() {
    player.say("mesa para 4 mañana a las dos, a nombre de Ana Gil, 600112233");
    assertTrue(
        player
            .say("qué pena con usted, el celular termina en 244, no en 233")
            .contains("+34600112244"),
        player.lastSaid());
  }
}
