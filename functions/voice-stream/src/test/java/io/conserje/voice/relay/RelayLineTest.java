package io.conserje.voice.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.call.HouseTalk.HeardLine;
import io.conserje.voice.media.FuzzedLine;
import io.conserje.voice.media.LineOnTheDesk;
import io.conserje.voice.media.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Twilio's ConversationRelay, message by message. */
class RelayLineTest {

  private final LineOnTheDesk desk = desk();

  private static LineOnTheDesk desk() {
    return new LineOnTheDesk((call, crew) -> new RelayLine(call, "AC1", crew));
  }

  @Test
  void theHouseSpeaksFirstAndAnswersWhatTwilioHasHeard() {
    desk.bring(setup("AC1"));
    desk.await(LineOnTheDesk.GREETING);
    assertEquals(
        1,
        desk.count(
            "{\"type\":\"text\",\"token\":\"" + LineOnTheDesk.GREETING + "\",\"last\":true}"));

    desk.thread.step(Duration.ofSeconds(5));
    desk.bring(prompt("Hola, quería \\\"una mesa\\\""));
    desk.await("Muy bien.");

    assertEquals(List.of("Hola, quería \"una mesa\""), List.copyOf(desk.house.said));
    desk.await(() -> ofTheGreeting().isPresent());
    HeardLine greeting = ofTheGreeting().orElseThrow();
    assertTrue(greeting.whole(), greeting.toString());
  }

  @Test
  void whatTheGuestDidNotHearWasNotSaid() {
    desk.bring(setup("AC1"));
    desk.await(LineOnTheDesk.GREETING);
    desk.thread.step(Duration.ofSeconds(1));
    desk.bring(
        "{\"type\":\"interrupt\",\"utteranceUntilInterrupt\":\"casa lola bue\",\"durationUntilInterruptMs\":\"460\"}");
    desk.bring(prompt("Una mesa"));
    desk.await(() -> ofTheGreeting().isPresent());

    HeardLine greeting = ofTheGreeting().orElseThrow();
    assertEquals("Casa Lola", greeting.text());
    assertFalse(greeting.whole());
  }

  /** Beside what the house says while it thinks. */
  private Optional<HeardLine> ofTheGreeting() {
    return desk.house.heard.stream().filter(line -> line.text().startsWith("Casa")).findFirst();
  }

  @Test
  void whoOnlyShowsThatTheyListenHearsTheRest() {
    desk.bring(setup("AC1"));
    desk.await(LineOnTheDesk.GREETING);
    desk.bring("{\"type\":\"interrupt\",\"utteranceUntilInterrupt\":\"Casa Lola,\"}");
    desk.bring(prompt("Ajá."));

    assertTrue(desk.sent.getLast().contains("buenas tardes."), desk.sent.getLast());
    assertFalse(desk.sent.getLast().contains("Lola"), desk.sent.getLast());
    assertEquals(List.of(), List.copyOf(desk.house.said));

    desk.bring("{\"type\":\"interrupt\",\"utteranceUntilInterrupt\":\"buenas\"}");
    desk.thread.step(Duration.ofSeconds(6));
    assertTrue(desk.sent.getLast().contains("\" tardes.\""), desk.sent.getLast());
  }

  @Test
  void keysAreWhatTheGuestMeansByThem() {
    desk.bring(setup("AC1"));
    desk.await(LineOnTheDesk.GREETING);
    desk.bring("{\"type\":\"dtmf\",\"digit\":\"0\"}");
    desk.bring("{\"type\":\"dtmf\",\"digit\":\"#\"}");
    desk.await(() -> !desk.house.said.isEmpty());
    assertTrue(desk.house.said.peek().contains("persona"), desk.house.said.toString());
  }

  @Test
  void aHouseThatLeavesSaysSoToTwilioAfterItsLastWord() {
    desk.bring(setup("AC1"));
    desk.await(LineOnTheDesk.GREETING);
    for (int i = 0; i < 20 && desk.count("\"end\"") == 0; i++) {
      desk.thread.step(Duration.ofSeconds(10));
      desk.thread.await(() -> true);
    }
    desk.thread.await(() -> desk.closed);

    assertEquals("{\"type\":\"end\"}", desk.sent.getLast());
    assertTrue(desk.house.left);
  }

  @Test
  void whoIsPutThroughToAPersonIsLeftToTwilio() {
    desk.bring(setup("AC1"));
    desk.await(LineOnTheDesk.GREETING);
    desk.house.toPerson = true;
    desk.thread.step(Duration.ofSeconds(5));
    desk.bring(prompt("Quiero hablar con alguien"));
    desk.await("Muy bien.");
    for (int i = 0; i < 100 && !desk.closed; i++) {
      desk.thread.step(Duration.ofSeconds(1));
    }
    desk.thread.await(() -> desk.closed);

    assertEquals(1, desk.count("\"end\""));
  }

  @Test
  void aRelayOfAnotherCallOrAccountIsClosed() {
    desk.bring(setup("AC2"));
    assertTrue(desk.closed);
    LineOnTheDesk other = desk();
    other.bring(setup("AC1").replace(LineOnTheDesk.CALL, "call-2"));
    assertTrue(other.closed);
  }

  @Test
  void whatMayStillGoOnIsNotAnswered() {
    desk.bring(setup("AC1"));
    desk.await(LineOnTheDesk.GREETING);
    desk.bring(
        "{\"type\":\"prompt\",\"voicePrompt\":\"Una me\",\"lang\":\"es-ES\",\"last\":false}");
    desk.thread.step(Duration.ofSeconds(1));
    assertEquals(List.of(), List.copyOf(desk.house.said));
  }

  @Test
  void noMessageKillsACallThatIsNotItsOwn() {
    FuzzedLine.play(
        RelayLineTest::desk,
        new Samples(
            setup("AC1"),
            List.of(
                setup("AC1"),
                prompt("Una mesa para dos"),
                "{\"type\":\"interrupt\",\"utteranceUntilInterrupt\":\"Casa\",\"durationUntilInterruptMs\":460}",
                "{\"type\":\"dtmf\",\"digit\":\"1\"}",
                "{\"type\":\"info\",\"name\":\"tokensPlayed\",\"value\":\"Casa\"}",
                "{\"type\":\"error\",\"description\":\"Invalid message received: {}\"}"),
            prompt("¿A qué hora abren?")));
  }

  private static String setup(String account) {
    return """
    {"type":"setup","sessionId":"VX1","accountSid":"%s","parentCallSid":"","callSid":"%s",
     "from":"+34600000101","to":"+34600000900","forwardedFrom":"","callType":"PSTN","callerName":"",
     "direction":"inbound","callStatus":"RINGING","customParameters":{"call":"x"}}\
    """
        .formatted(account, LineOnTheDesk.CALL);
  }

  private static String prompt(String words) {
    return "{\"type\":\"prompt\",\"voicePrompt\":\""
        + words
        + "\",\"lang\":\"es-ES\",\"last\":true}";
  }
}
