package io.conserje.voice.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.voice.call.LiveCalls;
import io.conserje.voice.media.FuzzedLine;
import io.conserje.voice.media.LineOnTheDesk;
import io.conserje.voice.media.MediaLine;
import io.conserje.voice.media.Samples;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Twilio's media streams, message by message. */
class TwilioLineTest {

  private final LiveCalls live = new LiveCalls();

  private LineOnTheDesk desk() {
    return new LineOnTheDesk(
        live, (call, crew) -> new MediaLine(call, new TwilioWire(call.callId(), ""), crew));
  }

  /**
   * A task hung for a while, say, and Twilio began anew before we knew that the old one is dead.
   */
  @Test
  void aSocketThatCarriesTheCallOnTakesThePlaceOfTheOlderOne() {
    LineOnTheDesk older = desk();
    older.bring(start());
    older.await("\"mark\"");
    LineOnTheDesk newer = desk();
    newer.bring(start());
    older.thread.step(Duration.ofMillis(20));

    assertTrue(older.closed);
    assertFalse(older.house.left, "nobody is told that the house has left the call");
    assertEquals(1, live.count());
    newer.await("\"mark\"");
    older.breakOff();
    assertEquals(1, live.count(), "the end of the older one is not the end of the call");
    newer.breakOff();
    assertEquals(0, live.count());
  }

  @Test
  void aHostThatIsLeavingTakesNoMore() throws InterruptedException {
    live.drain(Duration.ZERO);
    LineOnTheDesk desk = desk();
    desk.bring(start());
    assertTrue(desk.closed);
    assertEquals(List.of(), desk.sent);
  }

  @Test
  void whatComesBeforeTheBeginningAndAfterTheEndBelongsToNothing() {
    LineOnTheDesk desk = desk();
    desk.bring(media());
    desk.bring(start());
    desk.bring(start());
    desk.bring("{\"event\":\"stop\",\"streamSid\":\"MZ1\",\"stop\":{}}");
    desk.bring(media());
    assertEquals(3, desk.call.tally().counts().get("frame_out_of_order"));
  }

  @Test
  void noMessageKillsACallThatIsNotItsOwn() {
    FuzzedLine.play(
        () ->
            new LineOnTheDesk(
                (call, crew) -> new MediaLine(call, new TwilioWire(call.callId(), ""), crew)),
        new Samples(
            start(),
            List.of(
                media(),
                start(),
                "{\"event\":\"connected\",\"protocol\":\"Call\",\"version\":\"1.0.0\"}",
                "{\"event\":\"dtmf\",\"streamSid\":\"MZ1\",\"dtmf\":{\"track\":\"inbound_track\",\"digit\":\"1\"}}",
                "{\"event\":\"mark\",\"streamSid\":\"MZ1\",\"mark\":{\"name\":\"0.1.800\"}}")));
  }

  private static String start() {
    return """
    {"event":"start","sequenceNumber":"1","start":{"accountSid":"AC1","streamSid":"MZ1",
     "callSid":"%s","tracks":["inbound"],"mediaFormat":{"encoding":"audio/x-mulaw",
     "sampleRate":8000,"channels":1},"customParameters":{}},"streamSid":"MZ1"}\
    """
        .formatted(LineOnTheDesk.CALL);
  }

  private static String media() {
    return """
    {"event":"media","sequenceNumber":"2","media":{"track":"inbound","chunk":"1","timestamp":"61",
     "payload":"%s"},"streamSid":"MZ1"}\
    """
        .formatted(Samples.FRAME);
  }
}
