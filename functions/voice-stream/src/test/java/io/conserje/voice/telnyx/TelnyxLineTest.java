package io.conserje.voice.telnyx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.call.CallPlan;
import io.conserje.call.CallPlan.Step;
import io.conserje.call.SoundForm;
import io.conserje.voice.media.FuzzedLine;
import io.conserje.voice.media.LineOnTheDesk;
import io.conserje.voice.media.MediaLine;
import io.conserje.voice.media.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Telnyx's media streams, message by message. */
class TelnyxLineTest {

  private static final String CONTROL = "v3:101";
  private static final String OURS = new CallPlan(Step.STREAM, CONTROL, LineOnTheDesk.CALL).kept();

  private final LineOnTheDesk desk = desk(SoundForm.PCMU);

  private static LineOnTheDesk desk(SoundForm form) {
    return new LineOnTheDesk(
        (call, crew) -> new MediaLine(call, new TelnyxWire(call.callId(), form.format()), crew));
  }

  @Test
  void theHouseSpeaksWithoutNamingTheStreamAndMarksWhatItSays() {
    desk.bring("{\"event\":\"connected\",\"version\":\"1.0.0\"}");
    desk.bring(start(OURS, CONTROL, "PCMA", 8000));
    desk.await("\"mark\"");

    assertTrue(
        desk.sent.getFirst().startsWith("{\"event\":\"media\",\"media\":{\"payload\":\""),
        desk.sent.getFirst());
    assertEquals(0, desk.count("stream_id"));
  }

  @Test
  void whatIsHeardIsWhatTheStreamSaysAndWhatIsPlayedWhatWasAskedFor() {
    LineOnTheDesk wide = desk(SoundForm.L16);
    wide.bring(start(OURS, CONTROL, "L16", 16000));
    wide.await("\"mark\"");
    assertFalse(wide.closed);

    desk.bring(start(OURS, CONTROL, "AMR-WB", 16000));
    assertTrue(desk.closed);
  }

  @Test
  void aStreamOfAnotherCallOrOfNobodysIsClosed() {
    String another = new CallPlan(Step.STREAM, CONTROL, "call-2").kept();
    for (String foreign :
        List.of(
            start(another, CONTROL, "PCMU", 8000),
            start(OURS, "v3:999", "PCMU", 8000),
            start("", CONTROL, "PCMU", 8000),
            start("bm90IG91cnM=", CONTROL, "PCMU", 8000))) {
      LineOnTheDesk line = desk(SoundForm.PCMU);
      line.bring(foreign);
      assertTrue(line.closed, foreign);
      assertEquals(List.of(), line.sent);
    }
  }

  @Test
  void aSocketThatDoesNotStartIsClosed() {
    desk.thread.step(Duration.ofSeconds(11));
    assertTrue(desk.closed);
  }

  @Test
  void framesComeToTheRecogniserInTheirOrderAndNoneIsMissing() {
    desk.bring(start(OURS, CONTROL, "PCMU", 8000));
    for (int number : new int[] {2, 1, 4, 3, 6, 7, 8, 9}) {
      desk.bring(media(number));
    }
    assertEquals(9 * 160, desk.ear.bytes());
    assertEquals(Map.of("frame_lost", 1L), desk.call.tally().counts());
  }

  @Test
  void soundShorterThanTelnyxTakesIsFilledUp() {
    MediaLine[] line = new MediaLine[1];
    LineOnTheDesk other =
        new LineOnTheDesk((call, crew) ->
            line[0] =
                new MediaLine(call, new TelnyxWire(call.callId(), SoundForm.PCMU.format()), crew));
    other.bring(start(OURS, CONTROL, "PCMU", 8000));
    line[0].play(new byte[7]);
    String payload = other.sent.getLast().replaceAll(".*\"payload\":\"([^\"]*)\".*", "$1");
    assertEquals(160, java.util.Base64.getDecoder().decode(payload).length);
  }

  @Test
  void whatTelnyxComplainsOfIsCountedAndTheCallGoesOn() {
    desk.bring(start(OURS, CONTROL, "PCMU", 8000));
    desk.bring(
        "{\"event\":\"error\",\"payload\":{\"code\":100005,\"title\":\"rate_limit_reached\"},\"stream_id\":\"s\"}");
    assertEquals(1, desk.call.tally().counts().get("carrier_complains"));
    desk.await("\"mark\"");
  }

  @Test
  void noMessageKillsACallThatIsNotItsOwn() {
    FuzzedLine.play(() -> desk(SoundForm.PCMU), samples());
  }

  private static Samples samples() {
    return new Samples(
        start(OURS, CONTROL, "PCMU", 8000),
        List.of(
            media(1),
            media(2),
            "{\"event\":\"connected\",\"version\":\"1.0.0\"}",
            start(OURS, CONTROL, "PCMU", 8000),
            "{\"event\":\"dtmf\",\"stream_id\":\"s\",\"sequence_number\":\"5\",\"dtmf\":{\"digit\":\"1\"}}",
            "{\"event\":\"mark\",\"stream_id\":\"s\",\"sequence_number\":\"6\",\"mark\":{\"name\":\"0.1.800\"}}",
            "{\"event\":\"error\",\"payload\":{\"code\":100004,\"title\":\"invalid_media\"},\"stream_id\":\"s\"}"));
  }

  private static String start(String state, String control, String codec, int rate) {
    return """
    {"event":"start","sequence_number":"1","start":{"user_id":"u","call_control_id":"%s",
     "call_session_id":"s","from":"+34600000101","to":"+34600000900","tags":["a"],"client_state":"%s",
     "media_format":{"encoding":"%s","sample_rate":%d,"channels":1}},"stream_id":"32de0dea"}\
    """
        .formatted(control, state, codec, rate);
  }

  private static String media(int number) {
    return """
    {"event":"media","sequence_number":"%1$d","media":{"track":"inbound","chunk":"%1$d",
     "timestamp":"20","payload":"%2$s"},"stream_id":"32de0dea"}\
    """
        .formatted(number, Samples.FRAME);
  }
}
