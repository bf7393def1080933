package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class MinutesOnlyTest {

  private static final LocalTime NINE = LocalTime.of(21, 0);

  @Test
  void minutesAreOfTheHourThatWasSpokenOf() {
    assertEquals("pues a las 9 y cuarto, va", MinutesOnly.told("pues a y cuarto, va", NINE));
    assertEquals("mejor a las 9 y media", MinutesOnly.told("mejor y media", NINE));
    assertEquals("a las 9 menos cuarto", MinutesOnly.told("menos cuarto", NINE));
    assertEquals("make it half past 9", MinutesOnly.told("make it half past", NINE));
  }

  @Test
  void anHourThatIsSaidStays() {
    assertEquals("a las diez y media", MinutesOnly.told("a las diez y media", NINE));
    assertEquals("half past eight", MinutesOnly.told("half past eight", NINE));
    assertEquals("y media hora antes", MinutesOnly.told("y media hora antes", NINE));
    assertEquals("a y cuarto", MinutesOnly.told("a y cuarto", null));
  }
}
