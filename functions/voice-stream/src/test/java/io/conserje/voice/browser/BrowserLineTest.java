package io.conserje.voice.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.voice.media.FuzzedLine;
import io.conserje.voice.media.LineOnTheDesk;
import io.conserje.voice.media.MediaLine;
import io.conserje.voice.media.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A browser's stream, message by message. */
class BrowserLineTest {

  private static final String START =
      "{\"event\":\"start\",\"start\":{\"media_format\":{\"encoding\":\"L16\",\"sample_rate\":16000}}}";
  private static final String MEDIA =
      "{\"event\":\"media\",\"media\":{\"payload\":\""
          + LineOnTheDesk.silence(640, (byte) 0)
          + "\"}}";

  private static LineOnTheDesk desk() {
    return new LineOnTheDesk((call, crew) -> new MediaLine(call, BrowserWire.INSTANCE, crew));
  }

  @Test
  void theHouseSpeaksAndTheCallIsOverWithTheSocket() {
    LineOnTheDesk desk = desk();
    desk.bring(START);
    desk.await("\"mark\"");
    desk.bring(MEDIA);
    assertEquals(640, desk.ear.bytes());
    desk.breakOff();
    desk.thread.await(() -> desk.house.over);
  }

  @Test
  void anotherRateIsNotTaken() {
    LineOnTheDesk desk = desk();
    desk.bring(START.replace("16000", "48000"));
    assertTrue(desk.closed);
  }

  @Test
  void halfASampleIsNotHeard() {
    LineOnTheDesk desk = desk();
    desk.bring(START);
    desk.bring("{\"event\":\"media\",\"media\":{\"payload\":\"AAAA\"}}");
    assertEquals(0, desk.ear.bytes());
  }

  @Test
  void noMessageKillsACallThatIsNotItsOwn() {
    FuzzedLine.play(
        BrowserLineTest::desk,
        new Samples(
            START,
            List.of(
                MEDIA,
                START,
                "{\"event\":\"dtmf\",\"dtmf\":{\"digit\":\"1\"}}",
                "{\"event\":\"mark\",\"mark\":{\"name\":\"0.1.3200\"}}")));
  }
}
