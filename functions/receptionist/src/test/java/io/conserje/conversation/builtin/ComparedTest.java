package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class ComparedTest {

  private static final HourOrParty FOUR_AT_NINE = new HourOrParty(4, LocalTime.of(21, 0));

  @Test
  void whatComesInsteadOfItsHourIsAnHour() {
    assertEquals("any chance of at ten?", english("any chance of ten instead of nine?"));
    assertEquals("mejor a las diez", spanish("mejor diez en vez de nueve"));
    assertEquals("a las diez", spanish("en vez de a las nueve, a las diez"));
  }

  @Test
  void whatComesInsteadOfItsPeopleStaysANumber() {
    assertEquals("five instead of four", english("five instead of four"));
    assertEquals("en vez de cuatro, cinco", spanish("en vez de cuatro, cinco"));
    assertEquals("diez en vez de nueve", Compared.told("diez en vez de nueve", null, null));
  }

  @Test
  void halfOfThemAreCounted() {
    assertEquals("somos 2, sorry", spanish("al final solo vamos la mitad, sorry"));
    assertEquals("we are 2 can come", english("only half of us can come"));
    assertEquals("la mitad de la carta", spanish("la mitad de la carta"));
  }

  private static String english(String text) {
    return Compared.told(text, FOUR_AT_NINE, Tongue.ENGLISH);
  }

  private static String spanish(String text) {
    return Compared.told(text, FOUR_AT_NINE, Tongue.SPANISH);
  }
}
