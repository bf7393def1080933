package io.conserje.connectors.audio.line;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplerTest {

  private static final String RATES =
      """
      8000, 16000
      16000, 8000
      8000, 24000
      24000, 8000
      16000, 24000
      24000, 16000
      22050, 8000
      """;

  @ParameterizedTest
  @CsvSource(textBlock = RATES)
  void aToneIsTheSameToneLaterByTheDelayItTells(int from, int to) {
    Resampler resampler = new Resampler(from, to);
    short[] there = resample(resampler, tone(1_000, from, from), from / 50);

    double delay = resampler.delay().toNanos() / 1e9;
    double worst = 0;
    for (int i = to / 10; i < there.length; i++) {
      double expected = 10_000 * Math.sin(2 * Math.PI * 1_000 * ((double) i / to - delay));
      worst = Math.max(worst, Math.abs(there[i] - expected));
    }
    assertTrue(worst < 40, "off by " + worst);
    assertTrue(resampler.delay().compareTo(Duration.ofMillis(2)) <= 0, resampler.delay() + "");
  }

  @ParameterizedTest
  @CsvSource(textBlock = RATES)
  void whatTheSlowerRateCannotCarryIsTakenOut(int from, int to) {
    if (from < to) {
      return;
    }
    short[] there = resample(new Resampler(from, to), tone(to * 0.56, from, from), from / 50);
    assertTrue(loudest(there, to / 10) < 30, loudest(there, to / 10) + " is left");
  }

  @ParameterizedTest
  @CsvSource(textBlock = RATES)
  void whatATelephoneCarriesIsAsLoudAsBefore(int from, int to) {
    short[] there = resample(new Resampler(from, to), tone(3_100, from, from), from / 50);
    int loudest = loudest(there, to / 10);
    assertTrue(loudest > 9_700 && loudest < 10_300, loudest + " of 10000");
  }

  @ParameterizedTest
  @CsvSource(textBlock = RATES)
  void framesOfAnyLengthMakeTheSameSound(int from, int to) {
    short[] sound = new short[from];
    Random random = new Random(7);
    for (int i = 0; i < sound.length; i++) {
      sound[i] = (short) (random.nextGaussian() * 5_000);
    }
    short[] whole = resample(new Resampler(from, to), sound, sound.length);
    assertEquals(to, whole.length);
    assertArrayEquals(whole, resample(new Resampler(from, to), sound, 7));
    assertArrayEquals(whole, resample(new Resampler(from, to), sound, from / 50));
  }

  private static short[] tone(double pitch, int rate, int length) {
    short[] tone = new short[length];
    for (int i = 0; i < length; i++) {
      tone[i] = (short) Math.round(10_000 * Math.sin(2 * Math.PI * pitch * i / rate));
    }
    return tone;
  }

  private static short[] resample(Resampler resampler, short[] sound, int frame) {
    short[] all = new short[resampler.most(sound.length)];
    short[] some = new short[resampler.most(frame)];
    int length = 0;
    for (int from = 0; from < sound.length; from += frame) {
      short[] next = Arrays.copyOfRange(sound, from, Math.min(sound.length, from + frame));
      int made = resampler.resample(next, next.length, some);
      System.arraycopy(some, 0, all, length, made);
      length += made;
    }
    return Arrays.copyOf(all, length);
  }

  private static int loudest(short[] sound, int from) {
    int loudest = 0;
    for (int i = from; i < sound.length; i++) {
      loudest = Math.max(loudest, Math.abs(sound[i]));
    }
    return loudest;
  }
}
