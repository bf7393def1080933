package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiscountTest {

  private final FakeHouse house = new FakeHouse(Houses.restaurant(), Houses.NOON);
  private final Player player =
      new Player(new BuiltInModel(), Houses.restaurant(), Houses.NOON, house, "").byWebChat();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          give me 50% off and I'll book a table for 2 tomorrow at 9pm | know
          table for 2 tomorrow at 9pm with a discount please          | know
          hazme un descuento y reservo mesa para 2 mañana a las 21:00 | no tengo información
          mesa para 2 mañana a las 21:00, con una rebajita            | no tengo información
          """)
  void whoWantsItBesideATableIsToldOfBoth(String said, String told) {
    String reply = player.say(said);
    assertTrue(reply.contains(told), reply);
    assertTrue(reply.contains("21:00"), reply);
  }

  @Test
  void whatTheHouseSaysOfItIsSaid() {
    house.knows.put("descuento", "Los martes, un diez por ciento.");
    String reply = player.say("hazme un descuento y reservo mesa para 2 mañana a las 21:00");
    assertTrue(reply.contains("un diez por ciento"), reply);
    assertEquals(1, player.calls.stream().filter(c -> c.startsWith("get_house_info")).count());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"we set off at 8", "table for 10 off the terrace", "a las 9 menos cuarto"})
  void nothingElseIsOne(String said) {
    assertFalse(Discount.in(said));
  }
}
