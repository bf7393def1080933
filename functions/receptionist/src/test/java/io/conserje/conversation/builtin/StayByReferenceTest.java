package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A stay that was booked elsewhere: its reference and whose it is come in any order. */
class StayByReferenceTest {

  @Test
  void whatIsWantedIsKeptUntilTheNameIsKnown() {
    becomes(
        "2026-12-18 2026-12-20", "quiero pasar la HTL482 al fin de semana siguiente", "Ana Gil");
    becomes("2026-12-18 2026-12-20", "can we move HTL482 to the following weekend?", "Ana Gil");
    becomes("2026-12-11 2026-12-14", "una noche más en la reserva HTL482", "Ana Gil");
    becomes(
        "2026-12-11 2026-12-14",
        "una noche más en la reserva HTL482, por favor",
        "un segundo",
        "Ana Gil");
    becomes(
        "2026-12-18 2026-12-20",
        "¿podemos cambiar las fechas de la reserva HTL482?",
        "sería del 18 al 20",
        "a nombre de Ana Gil");
    becomes("2026-12-18 2026-12-20", "push booking HTL482 back by a week", "it's Ana Gil");
  }

  @Test
  void theNameMayComeBeforeTheReference() {
    becomes("2026-12-11 2026-12-12", "mi reserva, una noche menos", "soy Ana Gil", "HTL482");
    becomes(
        "2026-12-11 2026-12-12",
        "cambiar mi reserva: una noche menos",
        "Ana Gil, espere que busco el código",
        "es la HTL482");
    becomes(
        "2026-12-18 2026-12-20",
        "I want to push my booking back by a week",
        "name's Ana Gil, hang on",
        "HTL482");
    cancels("quiero anular mi reserva", "a nombre de Ana Gil", "HTL482");
    cancels("quiero anular mi reserva", "ahora la busco", "HTL482", "Ana Gil");
    cancels("I need to cancel my booking", "surname is Gil, let me look for it", "got it, HTL482");
    cancels("cancela mi reserva", "un momento que la busco", "HTL482, Ana Gil");
  }

  @Test
  void whoLacksTheReferenceIsNotKeptWaiting() {
    Player player = player(new FakeHouse(Houses.hotel(), Houses.NOON));
    player.say("quiero anular mi reserva");

    assertTrue(player.say("Ana Gil, pero no tengo el código").contains("+34600000900"));
  }

  @Test
  void theFiguresOfAReferenceAreNoDays() {
    becomes("2026-12-11 2026-12-12", "HTL482, Ana Gil. Nos vamos el sábado en vez del domingo");
    becomes(
        "2026-12-12 2026-12-13", "reserva HTL482 de Ana Gil: llegamos el sábado, no el viernes");
    becomes("2026-12-11 2026-12-14", "HTL482, Ana Gil, nos quedamos hasta el lunes");
    becomes("2026-12-11 2026-12-14", "HTL482, Ana Gil, can we stay until Monday");
  }

  @Test
  void aStayAsLongAsBeforeMovesAsAWhole() {
    becomes(
        "2026-12-09 2026-12-11",
        "HTL482, Ana Gil: can we come two days earlier, the same number of nights?");
    becomes("2026-12-09 2026-12-11", "HTL482, Ana Gil: llegamos dos días antes, las mismas noches");
    becomes(
        "2026-12-12 2026-12-14", "HTL482, Ana Gil. Llegamos un día después, también dos noches");
    becomes("2026-12-12 2026-12-13", "HTL482, Ana Gil. Llegamos un día después");
  }

  @Test
  void aReferenceByItselfShowsTheBooking() {
    assertTrue(told("HTL482", "Ana Gil").contains("HTL482"));
    assertTrue(told("could you remind me what I've booked? HTL482, Ana Gil").contains("HTL482"));
    assertTrue(told("¿qué fechas tengo? la reserva es HTL482, Ana Gil").contains("HTL482"));
    assertTrue(told("tengo la HTL482", "Ana Gil").contains("HTL482"));
  }

  private static void becomes(String days, String... said) {
    FakeHouse house = booked();
    String last = play(house, said);
    assertEquals(List.of(days + " doble 2 Ana Gil"), house.rooms.inTheBook(), last);
  }

  private static void cancels(String... said) {
    FakeHouse house = booked();
    String last = play(house, said);
    assertEquals(List.of(), house.rooms.inTheBook(), last);
  }

  private static String told(String... said) {
    Player player = player(booked());
    String last = "";
    for (String message : said) {
      last = player.say(message);
    }
    return last;
  }

  /** With a yes at the end; what the house read back. */
  private static String play(FakeHouse house, String... said) {
    Player player = player(house);
    String last = "";
    for (String message : said) {
      last = player.say(message);
    }
    player.say("sí");
    return String.join(" / ", said) + ": " + last;
  }

  private static FakeHouse booked() {
    FakeHouse house = new FakeHouse(Houses.hotel(), Houses.NOON);
    house.rooms.has("HTL482 2026-12-11 2026-12-13 doble 2 Ana Gil");
    house.rooms.wereBookedElsewhere();
    return house;
  }

  private static Player player(FakeHouse house) {
    return new Player(new BuiltInModel(), Houses.hotel(), Houses.NOON, house, "").byWebChat();
  }
}
