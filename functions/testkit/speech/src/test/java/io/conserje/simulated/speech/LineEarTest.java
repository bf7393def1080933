package io.conserje.simulated.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LineEarTest {

  private static final int FRAME = 160;

  static List<String> names() {
    return Utterance.all().stream().map(Utterance::name).toList();
  }

  @ParameterizedTest
  @MethodSource("names")
  void knowsWhatIsSaidWhereverTheFramesBegin(String name) {
    for (int offset : new int[] {0, 37, 80, 121, 3 * FRAME + 55}) {
      assertEquals(
          Utterance.of(name).text(), heard(after(offset, sound(name))), "offset " + offset);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void knowsWhatIsSaidThoughOneFrameInTwentyIsLost(String name) {
    for (int seed = 0; seed < 10; seed++) {
      assertEquals(
          Utterance.of(name).text(), heard(lossy(sound(name), 5, seed, false)), "gone " + seed);
      assertEquals(
          Utterance.of(name).text(), heard(lossy(sound(name), 5, seed, true)), "silent " + seed);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void whatIsFullOfHolesSaysNothing(String name) {
    for (int seed = 0; seed < 5; seed++) {
      assertEquals("", heard(lossy(sound(name), 50, seed, false)), "gone " + seed);
      assertEquals("", heard(lossy(sound(name), 50, seed, true)), "silent " + seed);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void soundWrittenAnotherWaySaysNothing(String name) {
    byte[] turned = sound(name);
    for (int i = 0; i < turned.length; i++) {
      turned[i] ^= 0x55;
    }
    assertEquals("", heard(turned), "as A-law");
    assertEquals("", heard(linear(sound(name))), "as 16 bits");
    assertEquals("", heard(slow(sound(name))), "at 16 kHz");
  }

  @Test
  void silenceAndNoiseSayNothing() {
    byte[] silence = new byte[40_000];
    Arrays.fill(silence, (byte) 0xFF);
    assertEquals("", heard(silence));
    byte[] noise = new byte[40_000];
    new Random(1).nextBytes(noise);
    assertEquals("", heard(noise));
  }

  private static byte[] sound(String name) {
    return Utterance.of(name).mulaw().clone();
  }

  private static byte[] after(int samples, byte[] sound) {
    byte[] all = new byte[samples + sound.length];
    Arrays.fill(all, (byte) 0xFF);
    System.arraycopy(sound, 0, all, samples, sound.length);
    return all;
  }

  private static byte[] lossy(byte[] sound, int percent, int seed, boolean filled) {
    Random random = new Random(seed);
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    for (int at = 0; at < sound.length; at += FRAME) {
      byte[] frame = Arrays.copyOfRange(sound, at, Math.min(sound.length, at + FRAME));
      if (random.nextInt(100) >= percent) {
        kept.writeBytes(frame);
      } else if (filled) {
        Arrays.fill(frame, (byte) 0xFF);
        kept.writeBytes(frame);
      }
    }
    return kept.toByteArray();
  }

  private static byte[] linear(byte[] sound) {
    short[] samples = Mulaw.decode(sound);
    byte[] bytes = new byte[2 * samples.length];
    for (int i = 0; i < samples.length; i++) {
      bytes[2 * i] = (byte) samples[i];
      bytes[2 * i + 1] = (byte) (samples[i] >> 8);
    }
    return bytes;
  }

  private static byte[] slow(byte[] sound) {
    byte[] twice = new byte[2 * sound.length];
    for (int i = 0; i < twice.length; i++) {
      twice[i] = sound[i / 2];
    }
    return twice;
  }

  /** The longest that was understood while it came, and after it. */
  private static String heard(byte[] sound) {
    LineEar ear = new LineEar();
    for (int at = 0; at < sound.length; at += FRAME) {
      ear.hear(Arrays.copyOfRange(sound, at, Math.min(sound.length, at + FRAME)));
    }
    byte[] silence = new byte[20 * FRAME];
    Arrays.fill(silence, (byte) 0xFF);
    ear.hear(silence);
    if (Boolean.getBoolean("show")) {
      System.out.println(ear);
    }
    return ear.saying().map(LineEar.Saying::words).orElse(List.of()).stream()
        .map(LineEar.TimedWord::text)
        .collect(Collectors.joining(" "));
  }
}
