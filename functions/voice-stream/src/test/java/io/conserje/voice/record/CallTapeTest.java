package io.conserje.voice.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Where on the tape what is heard stands, at 8000 samples a second. */
class CallTapeTest {

  private static final int FRAME = 160;
  private static final byte SILENT = (byte) 0xFF;

  private final CallTape tape = new CallTape(8_000, 0);
  private long millis;

  @Test
  void aPartIsGivenAwayOnceNothingCanBeAddedToIt() {
    guest(1, 5_000 / 20 - 1);
    assertNull(tape.next(nanos()));
    guest(1, 1);

    CallTape.Part part = tape.next(nanos());
    assertEquals(2 * 4 * 8_000, part.sound().length);
    assertNull(tape.next(nanos()));
    assertEquals(4_000_000_000L, tape.last().fromNanos());
    assertNull(tape.last());
  }

  @Test
  void theHouseStandsWhereItWasHeard() {
    guest(1, 50);
    tape.house(sound(2, 800), nanos());
    guest(1, 50);

    byte[] both = tape.last().sound();
    assertEquals(900 * 8, first(both, 1, 2));
    assertEquals(800, count(both, 1, 2));
    assertEquals(16_000, count(both, 0, 1));
  }

  @Test
  void whatIsLostOnTheWayIsSilence() {
    guest(1, 50);
    millis += 1_000;
    guest(3, 50);

    byte[] both = tape.last().sound();
    assertEquals(2_000 * 8, first(both, 0, 3), FRAME);
    assertEquals(8_000, count(both, 0, SILENT), FRAME);
  }

  @Test
  void whatCameLateAndAllAtOnceMovesNothing() {
    guest(1, 50);
    millis += 1_000;
    for (int frame = 0; frame < 50; frame++) {
      tape.guest(sound(2, FRAME), nanos());
    }
    guest(3, 50);

    byte[] both = tape.last().sound();
    assertEquals(2_000 * 8, first(both, 0, 3), 200 * 8);
    assertEquals(50 * FRAME, count(both, 0, 2));
    assertEquals(50 * FRAME, count(both, 0, 3));
  }

  @Test
  void marksThatComeTogetherAreOneAfterTheOther() {
    guest(1, 100);
    tape.house(sound(2, 800), nanos());
    tape.house(sound(3, 800), nanos());

    byte[] both = tape.last().sound();
    assertEquals(first(both, 1, 2) + 800, first(both, 1, 3));
  }

  private void guest(int value, int frames) {
    for (int frame = 0; frame < frames; frame++) {
      millis += 20;
      tape.guest(sound(value, FRAME), nanos());
    }
  }

  private long nanos() {
    return millis * 1_000_000;
  }

  private static byte[] sound(int value, int length) {
    byte[] sound = new byte[length];
    Arrays.fill(sound, (byte) value);
    return sound;
  }

  private static int first(byte[] both, int side, int value) {
    int at = 0;
    while (both[2 * at + side] != (byte) value) {
      at++;
    }
    return at;
  }

  private static int count(byte[] both, int side, int value) {
    int count = 0;
    for (int i = side; i < both.length; i += 2) {
      count += both[i] == (byte) value ? 1 : 0;
    }
    return count;
  }
}
