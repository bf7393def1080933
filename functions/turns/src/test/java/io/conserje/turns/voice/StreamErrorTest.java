package io.conserje.turns.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.conserje.call.CallEvent;
import io.conserje.call.CallPlace;
import io.conserje.connectors.lambda.FunctionContext;
import io.conserje.connectors.lambda.FunctionEnvironment;
import io.conserje.connectors.sqs.QueueJson;
import io.conserje.names.Variable;
import io.conserje.testkit.http.ScriptedServer;
import io.conserje.turns.House;
import io.conserje.turns.Turns;
import io.micronaut.context.ApplicationContext;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A call over Twilio whose stream fails while the guest is on the line. */
class StreamErrorTest {

  private static final String CALL = "CA00000000000000000000000000000101";
  private static final ApplicationContext WRITER =
      FunctionContext.start(Turns.class, new FunctionEnvironment(Map.of(), InstantSource.system()));
  private static final QueueJson JSON = WRITER.getBean(QueueJson.class);

  private final ScriptedServer twilio =
      new ScriptedServer().answers(200, "{\"sid\":\"" + CALL + "\"}");
  private final Instant now = Instant.parse("2026-11-20T11:00:00Z");
  private House house;
  private Turns turns;

  @AfterAll
  static void stop() {
    WRITER.close();
  }

  @BeforeEach
  void open() {
    house = new House();
    house.environment.put(Variable.TWILIO_BASE_URL, twilio.url());
    house.environment.put(Variable.PUBLIC_BASE_URL, "https://api.example.com");
    turns = new Turns(house.environment, () -> now);
  }

  @AfterEach
  void close() {
    house.close();
    twilio.close();
  }

  @Test
  void isToldToComeBackWhereTwilioDoesNotDoSoByItself() {
    take(failed("1", "abc"));

    assertEquals(1, twilio.seen().size());
    ScriptedServer.Seen told = twilio.seen().getFirst();
    assertTrue(told.path().endsWith("/Calls/" + CALL + ".json"), told.path());
    String twiml = URLDecoder.decode(told.body(), StandardCharsets.UTF_8);
    assertTrue(
        twiml.contains(">https://api.example.com/voice/twilio/resume?stream=abc</Redirect>"),
        twiml);
  }

  @Test
  void isLeftAloneWhereTwilioHasComeBack() {
    take(CallEvent.of(place(), "taken:abc", "taken", now, now, "test"));
    take(failed("1", "abc"));
    take(failed("2", ""));

    assertEquals(List.of(), twilio.seen());
  }

  private CallEvent failed(String id, String attempt) {
    String memo = attempt.isEmpty() ? "" : "stream:" + attempt;
    return CallEvent.of(
            place(), "stream:stream-error:" + id, "stream-stream-error", now, now, "test")
        .bringingBack(memo);
  }

  private static CallPlace place() {
    return new CallPlace("twilio", CALL, "", List.of("+34600000900"), "+34600000101", "inbound");
  }

  private void take(CallEvent event) {
    SQSMessage message = new SQSMessage();
    message.setMessageId("1");
    message.setBody(JSON.write(event));
    message.setEventSourceArn("arn:aws:sqs:eu-west-1:000000000000:call-events.fifo");
    message.setAttributes(Map.of("MessageGroupId", "g"));
    SQSEvent batch = new SQSEvent();
    batch.setRecords(List.of(message));
    assertEquals(0, turns.handleRequest(batch, null).getBatchItemFailures().size());
  }
}
