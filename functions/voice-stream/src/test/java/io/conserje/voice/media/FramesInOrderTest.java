package io.conserje.voice.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.connectors.audio.line.G711;
import io.conserje.speech.AudioFormat;
import io.conserje.speech.AudioFormat.Encoding;
import io.conserje.voice.call.SteppedThread;
import io.conserje.voice.call.Tally;
import io.conserje.voice.socket.CarrierMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FramesInOrderTest {

  private static final int FRAME = 160;

  private final SteppedThread thread = new SteppedThread();
  private final Tally tally = new Tally();
  private final List<byte[]> heard = new ArrayList<>();
  private final FramesInOrder frames =
      new FramesInOrder(thread, tally, new MissingSound(AudioFormat.MULAW_8000), heard::add);

  @Test
  void framesInTheirOrderGoStraightOn() {
    take(1, 2, 3);
    assertEquals(List.of(1, 2, 3), numbers());
    assertEquals(Map.of(), tally.counts());
  }

  @Test
  void framesThatOvertakeOneAnotherAreHeardInTheirOrder() {
    take(2, 1, 5, 4, 3, 6);
    assertEquals(List.of(1, 2, 3, 4, 5, 6), numbers());
  }

  @Test
  void aLostFrameIsMadeUpForOnceThreeOthersHaveCome() {
    take(1, 3, 4, 5);
    assertEquals(List.of(1), numbers());
    take(6);
    assertEquals(6, heard.size());
    assertEquals(List.of(3, 4, 5, 6), numbers().subList(2, 6));
    assertEquals(Map.of("frame_lost", 1L), tally.counts());
  }

  @Test
  void nothingWaitsLongerThanSixtyMillisecondsForALostFrame() {
    take(1, 3);
    thread.step(Duration.ofMillis(40));
    take(4);
    assertEquals(List.of(1), numbers());
    thread.step(Duration.ofMillis(20));
    assertEquals(4, heard.size());
  }

  @Test
  void whatComesTooLateOrTwiceIsNotHeard() {
    take(1, 3, 4, 5, 6);
    take(2, 6, 8, 8);
    assertEquals(Map.of("frame_lost", 1L, "frame_late", 2L, "frame_twice", 1L), tally.counts());
    take(7);
    assertEquals(8, heard.size(), "each moment once");
  }

  @Test
  void whatIsMadeUpGoesOnFromTheSoundBeforeAndFallsSilent() {
    byte[] loud = new byte[FRAME];
    Arrays.fill(loud, (byte) 0x10);
    frames.take(1, loud);
    frames.take(6, loud);
    thread.step(Duration.ofMillis(60));

    List<Integer> loudness = heard.stream().map(FramesInOrderTest::peak).toList();
    assertEquals(6, heard.size());
    for (int i = 1; i < 5; i++) {
      assertTrue(loudness.get(i) <= loudness.get(i - 1), loudness.toString());
    }
    assertTrue(loudness.get(1) > loudness.get(0) / 2, loudness.toString());
    assertEquals(0, loudness.get(4));
  }

  @Test
  void aLongHoleIsNotFilledAndALineThatCountsAnewIsHeard() {
    take(1, 500);
    assertEquals(2, heard.size());
    for (int number = 1; number <= 100; number++) {
      take(number);
    }
    assertEquals(List.of(99, 100), numbers().subList(heard.size() - 2, heard.size()));
    assertTrue(heard.size() >= 2 + 75, "a second at most is lost");
  }

  @Test
  void framesWithoutANumberAreHeardAsTheyCome() {
    frames.take(CarrierMessage.UNCOUNTED, frame(9));
    assertEquals(List.of(9), numbers());
  }

  @Test
  void atTheEndNothingIsKeptBack() {
    take(1, 3);
    frames.close();
    assertEquals(3, heard.size());
    thread.step(Duration.ofSeconds(1));
    assertEquals(3, heard.size());
  }

  /** A frame in twenty is lost, and each may be overtaken by the three behind it. */
  @Test
  void onABadRoadTheTimeIsKept() {
    Random random = new Random(5);
    int count = 5_000;
    List<double[]> arrivals = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      if (random.nextDouble() >= 0.05) {
        arrivals.add(new double[] {number + random.nextDouble() * 3, number});
      }
    }
    arrivals.sort((one, other) -> Double.compare(one[0], other[0]));
    arrivals.forEach(arrival -> take((int) arrival[1]));
    frames.close();

    long late = tally.counts().getOrDefault("frame_late", 0L);
    assertTrue(Math.abs(heard.size() - count) <= 3, heard.size() + " of " + count);
    assertEquals(0, late, tally.counts().toString());
    assertEquals(count - arrivals.size(), tally.counts().get("frame_lost"), 3.0);
  }

  private void take(int... numbers) {
    for (int number : numbers) {
      frames.take(number, frame(number));
    }
  }

  /** Knows its number by its first two bytes. */
  private static byte[] frame(int number) {
    byte[] frame = new byte[FRAME];
    frame[0] = (byte) (number >> 8);
    frame[1] = (byte) number;
    return frame;
  }

  private List<Integer> numbers() {
    return heard.stream().map(frame -> (frame[0] & 0xFF) << 8 | frame[1] & 0xFF).toList();
  }

  private static int peak(byte[] frame) {
    short[] samples = new short[frame.length];
    G711.decode(Encoding.MULAW, frame, samples);
    int peak = 0;
    for (short sample : samples) {
      peak = Math.max(peak, Math.abs(sample));
    }
    return peak;
  }
}
