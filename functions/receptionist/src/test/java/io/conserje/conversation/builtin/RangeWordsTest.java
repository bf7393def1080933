package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RangeWordsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  @Test
  void weekdaysAreThoseAboutADayThatIsToldBesides() {
    assertEquals(LocalDate.of(2026, 12, 4), arrival("pues el del 5, viernes a domingo"));
    assertEquals(LocalDate.of(2026, 11, 27), arrival("viernes a domingo, para el 30 ya no"));
  }

  private static LocalDate arrival(String said) {
    Words words = Words.of(said);
    return StayWords.in(words, Tongue.SPANISH, TODAY, Asked.NOTHING, Houses.hotel()).arrival();
  }
}
