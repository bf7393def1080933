package io.conserje.connectors.audio.line;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.speech.AudioFormat;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FadeTest {

  @Test
  void soundBeginsAtNothingAndIsItselfAfterTenMilliseconds() {
    AudioFormat format = AudioFormat.MULAW_8000;
    short[] loud = new short[400];
    Arrays.fill(loud, (short) 8_000);
    byte[] sound = G711.encode(format.encoding(), loud, loud.length);
    byte[] before = sound.clone();

    Fade.in(format, sound);

    short[] samples = new short[400];
    G711.decode(format.encoding(), sound, samples);
    assertEquals(0, samples[0]);
    for (int i = 1; i < 80; i++) {
      assertTrue(samples[i] >= samples[i - 1], i + ": " + samples[i]);
    }
    assertArrayEquals(Arrays.copyOfRange(before, 80, 400), Arrays.copyOfRange(sound, 80, 400));
  }

  @Test
  void soundMayBeShorterThanThat() {
    byte[] one = {0x10};
    Fade.in(AudioFormat.MULAW_8000, one);
    assertEquals((byte) 0xFF, one[0]);
    Fade.in(AudioFormat.MULAW_8000, new byte[0]);
  }
}
