package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Stays told by their references: which of two is meant, and what was wanted before it was told.
 */
class StaysNamedTest {

  private static final String A = "2026-12-11 2026-12-13 doble 2 Ana Gil";
  private static final String B = "2026-12-18 2026-12-20 doble 2 Ana Gil";

  @Test
  void onlyTheOneThatIsMeantIsCalledOff() {
    leaves(A, "soy Ana Gil: cancela la HTL753 y deja la HTL482");
    leaves(A, "soy Ana Gil, tengo la HTL482 y la HTL753, anula la HTL753");
    leaves(A, "soy Ana Gil, tengo HTL482 y HTL753. Me quedo solo con la HTL482, la otra anúlala");
    leaves(A, "soy Ana Gil. La HTL482 déjala y la HTL753 cancélala");
    leaves(A, "soy Ana Gil, cancela la HTL753, la HTL482 no");
    leaves(A, "it's Ana Gil, I have HTL482 and HTL753, please cancel the second one");
    leaves(A, "it's Ana Gil. Keep HTL482 and cancel HTL753");
    leaves(A, "it's Ana Gil, HTL482 and HTL753, cancel HTL753 and leave HTL482 alone");
    leaves(A, "soy Ana Gil, mantén la HTL482 y quítame la HTL753");
    leaves(B, "soy Ana Gil, cancela la HTL482, no la HTL753");
  }

  @Test
  void twoAreCalledOffOneAfterTheOther() {
    for (String said :
        List.of(
            "soy Ana Gil, cancela la HTL482 y la HTL753",
            "soy Ana Gil, tengo la HTL482 y la HTL753, anúlalas",
            "it's Ana Gil, please cancel HTL482 and HTL753")) {
      FakeHouse house = both();
      Player player = player(house);
      player.say(said);
      player.say("sí");
      player.say("sí");
      assertEquals(List.of(), house.rooms.inTheBook(), said);
    }
  }

  @Test
  void whoToldTheReferenceAfterAllIsHeard() {
    for (String first : List.of("quiero cancelar mi reserva", "necesito anular una habitación")) {
      for (String refuses : List.of("no, el código no te lo doy por aquí", "no lo tengo", "no")) {
        FakeHouse house = both();
        Player player = player(house);
        player.say(first);
        player.say(refuses);
        player.say("bueno venga, HTL753, soy Ana Gil");
        player.say("sí");
        assertEquals(List.of(A), house.rooms.inTheBook(), first + " / " + refuses);
      }
    }
  }

  @Test
  void aNamedStayIsMovedHoweverItIsPut() {
    becomes("2026-12-11 2026-12-14", "can we extend HTL482 by a night? name is Ana Gil");
    becomes(
        "2026-12-18 2026-12-20", "¿podrían correrme la HTL482 una semanita más adelante? Ana Gil");
    becomes(
        "2026-12-18 2026-12-20", "soy Ana Gil, retrásame la HTL482 una semana, las mismas noches");
    becomes(
        "2026-12-12 2026-12-13",
        "HTL482, Ana Gil. I'll only get there on the 12th, leaving as planned");
    becomes("2026-12-12 2026-12-13", "HTL482, Ana Gil: llego el 12, la salida según lo previsto");
  }

  @Test
  void anotherRoomIsBookedAfterTheOneCalledOff() {
    FakeHouse house = both();
    Player player = player(house);
    player.say(
        "Cancela la HTL753 (Ana Gil) y ponme mejor una individual el 20 de enero, una noche");

    assertTrue(player.say("sí").contains("20 de enero"));
    assertEquals(List.of(A), house.rooms.inTheBook());
  }

  @Test
  void whetherAChildPaysMayBeAskedBesideTheWish() {
    assertTrue(Price.ofChildBeside("vamos dos y la niña, de 4 años. ¿Ella paga?"));
    assertTrue(Price.ofChildBeside("del 12 al 14, con un niño de 3 años, ¿el niño paga?"));
    assertTrue(Price.ofChildBeside("2 adults and our son, 6, 3 to 5 March. Does he pay?"));
    assertTrue(Price.ofChildBeside("12 to 14 May with two kids. Do they stay free?"));
    assertFalse(
        Price.ofChildBeside("una doble para dos adultos y un niño, ¿se puede pagar con tarjeta?"));
    assertFalse(Price.ofChildBeside("una familiar para cuatro, ¿cuánto cuesta?"));
    assertFalse(Price.ofChildBeside("con un niño de 3 años, ¿el desayuno se paga aparte?"));
  }

  private static void leaves(String stay, String said) {
    FakeHouse house = both();
    Player player = player(house);
    String asked = player.say(said);
    player.say("sí");
    assertEquals(List.of(stay), house.rooms.inTheBook(), said + " / " + asked);
  }

  private static void becomes(String days, String said) {
    FakeHouse house = new FakeHouse(Houses.hotel(), Houses.NOON);
    house.rooms.has("HTL482 " + A);
    house.rooms.wereBookedElsewhere();
    Player player = player(house);
    String asked = player.say(said);
    player.say("sí");
    assertEquals(List.of(days + " doble 2 Ana Gil"), house.rooms.inTheBook(), said + " / " + asked);
  }

  private static FakeHouse both() {
    FakeHouse house = new FakeHouse(Houses.hotel(), Houses.NOON);
    house.rooms.has("HTL482 " + A);
    house.rooms.has("HTL753 " + B);
    house.rooms.wereBookedElsewhere();
    return house;
  }

  private static Player player(FakeHouse house) {
    return new Player(new BuiltInModel(), Houses.hotel(), Houses.NOON, house, "").byWebChat();
  }
}
