package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.venue.Venue;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A house whose dinner goes on past midnight. */
class LateHouseTest {

  private final Venue venue = Houses.lateHouse();
  private final FakeHouse house = new FakeHouse(venue, Houses.NOON);
  private final Player player = new Player(new BuiltInModel(), venue, Houses.NOON, house, "");

  @Test
  void tonightAtHalfPastTwelveIsTomorrowInTheBook() {
    String reply = player.say("mesa para dos esta noche a las doce y media, a nombre de Ana");
    assertTrue(reply.contains("sábado 21 de noviembre a las 00:30"), reply);
    player.say("sí");
    assertEquals(List.of("2026-11-21 00:30 2 Ana"), house.inTheBook());
  }

  @Test
  void anOfferPastMidnightIsTakenAsItIs() {
    house.full.add("2026-11-20T23:30");
    house.full.add("2026-11-20T23:00");
    house.full.add("2026-11-20T22:30");
    player.say("una mesa para 2 esta noche a las 23:30, a nombre de Ana");
    player.say("la de las doce y media");
    player.say("sí");
    assertEquals(List.of("2026-11-21 00:30 2 Ana"), house.inTheBook());
  }
}
