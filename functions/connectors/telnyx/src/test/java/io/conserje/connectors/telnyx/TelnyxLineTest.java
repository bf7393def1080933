package io.conserje.connectors.telnyx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.connectors.telnyx.TelnyxLine.Command;
import io.conserje.connectors.telnyx.TelnyxLine.Told;
import io.conserje.names.LambdaFunction;
import io.conserje.names.Queue;
import io.conserje.testkit.http.ScriptedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TelnyxLineTest {

  private static final String OK = "{\"data\":{\"result\":\"ok\"}}";

  private final ScriptedServer server = new ScriptedServer();
  private final List<Duration> pauses = new ArrayList<>();
  private final TelnyxLine line = new TelnyxLine(TelnyxUnderTest.api(server), pauses::add);
  private final UUID id = UUID.fromString("891510ac-0000-4000-8000-000000000001");
  private final Command answer =
      new Command("v3:call/1", "answer", id, Map.of("stream_url", "wss://voice.example.com/x"));

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aCommandNamesTheCallAndItsOwnId() {
    server.answers(200, OK);

    assertInstanceOf(Told.Done.class, line.tell(answer));

    ScriptedServer.Seen seen = server.seen().getFirst();
    assertEquals("/v2/calls/v3%3Acall%2F1/actions/answer", seen.path());
    assertEquals("Bearer KEY0", seen.authorization());
    assertTrue(seen.body().contains("\"command_id\":\"" + id + "\""), seen.body());
    assertTrue(seen.body().contains("\"stream_url\":\"wss://voice.example.com/x\""), seen.body());
  }

  @Test
  void aCallThatIsOverIsNoFault() {
    server.answers(422, TelnyxUnderTest.error("90018", "Call has already ended"));
    assertInstanceOf(Told.Over.class, line.tell(answer));
    assertEquals(1, server.seen().size());
  }

  @Test
  void whatTelnyxWillNotDoIsToldAndNotRepeated() {
    server.answers(422, TelnyxUnderTest.error("90045", "of +34600000101"));

    Told.Refused refused = assertInstanceOf(Told.Refused.class, line.tell(answer));

    assertEquals("90045", refused.code());
    assertTrue(!refused.reason().contains("34600000101"), refused.reason());
    assertEquals(1, server.seen().size());
  }

  @Test
  void troubleThatPassesIsPassedWithTheSameCommand() {
    server.answers(500, "").answersNothing().answers(200, OK);

    assertInstanceOf(Told.Done.class, line.tell(answer));

    assertEquals(3, server.seen().size());
    assertEquals(1, server.seen().stream().map(ScriptedServer.Seen::body).distinct().count());
    assertEquals(2, pauses.size());
  }

  @Test
  void aShortWaitThatTelnyxAsksForIsKept() {
    server
        .answers(429, Map.of("x-ratelimit-reset", "1"), TelnyxUnderTest.error("10011", "slow"))
        .answers(429, Map.of("Retry-After", "60"), "")
        .answers(200, OK);

    assertInstanceOf(Told.Done.class, line.tell(answer));
    assertEquals(Duration.ofSeconds(1), pauses.getFirst());
    assertTrue(pauses.getLast().toSeconds() < 3, "nobody waits a minute on the telephone");
  }

  @Test
  void aTelnyxThatIsSlowIsNotWaitedForLong() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      TelnyxLine impatient =
          new TelnyxLine(
              TelnyxUnderTest.api("http://127.0.0.1:" + silent.getLocalPort()),
              pauses::add,
              Duration.ofSeconds(1));

      TelnyxLine.NotTold fault =
          assertThrows(TelnyxLine.NotTold.class, () -> impatient.tell(answer));

      assertTrue(fault.getMessage().contains("no answer within 1 s"), fault.getMessage());
      assertEquals(2, pauses.size());
    }
  }

  /** A command that is refused leads to another one in the same event. */
  @Test
  void theFunctionHasTimeForTwoCommandsWithAllTheirTriesAndWaitsForOneCallOnly() {
    Duration two = TelnyxLine.LONGEST.multipliedBy(2);
    assertTrue(two.compareTo(LambdaFunction.TURNS.timeout().minusSeconds(5)) < 0, two.toString());
    assertEquals(1, Queue.CALL_EVENTS.batch());
  }

  @Test
  void troubleThatStaysIsForTheQueue() {
    server.answers(503, "");
    assertThrows(TelnyxLine.NotTold.class, () -> line.tell(answer));
    server.close();
    assertThrows(TelnyxLine.NotTold.class, () -> line.tell(answer));
  }
}
