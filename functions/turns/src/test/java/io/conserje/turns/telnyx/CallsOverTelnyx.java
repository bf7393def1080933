package io.conserje.turns.telnyx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.conserje.call.CallEvent;
import io.conserje.call.CallPlace;
import io.conserje.call.CallPlan;
import io.conserje.call.CallPlan.Step;
import io.conserje.call.CallState;
import io.conserje.connectors.json.OpenJson;
import io.conserje.connectors.json.Part;
import io.conserje.connectors.sqs.QueueJson;
import io.conserje.names.Variable;
import io.conserje.testkit.http.ScriptedServer;
import io.conserje.turns.House;
import io.conserje.turns.Turns;
import io.micronaut.serde.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * A house that Telnyx tells of its calls: what it tells comes as it does over the queue, and what
 * it is told in return is seen.
 */
abstract class CallsOverTelnyx {

  static final String OK = "{\"data\":{\"result\":\"ok\"}}";
  static final String REFUSED = "{\"errors\":[{\"code\":\"90045\",\"title\":\"No.\"}]}";
  static final String STAFFED =
      "UPDATE venues SET version = version + 1, house = house || '{\"staff\":"
          + " {\"hours\": [{\"from\": \"00:00\", \"to\": \"00:00\"}]}}'";
  static final CallPlan PLAN = new CallPlan(Step.HELP, "v3:101", "leg-101");
  static final QueueJson JSON = new QueueJson(ObjectMapper.getDefault());
  private static final OpenJson OPEN = new OpenJson(ObjectMapper.getDefault());

  final ScriptedServer telnyx = new ScriptedServer().answers(200, OK);
  private final AtomicInteger ids = new AtomicInteger();
  House house;
  private Turns turns;
  Instant now = Instant.parse("2026-11-20T11:00:00Z");

  @BeforeEach
  void open() {
    house = new House();
    house.environment.put(Variable.TELNYX_API_KEY, "KEY0");
    house.environment.put(Variable.TELNYX_BASE_URL, telnyx.url());
    turns = new Turns(house.environment, () -> now);
  }

  @AfterEach
  void close() {
    house.close();
    telnyx.close();
  }

  /** As the host of the sound does. */
  void note(String name) {
    house.execute(
        "INSERT INTO inbound_ledger (provider, event_id, event, venue, outcome, correlation, received_at,"
            + " recorded_at)"
            + " SELECT 'telnyx', 'leg-101', '"
            + name
            + "', 'casa', 'recorded', 'test', now(), now()");
  }

  List<String> commandIds() {
    return telnyx.seen().stream().map(seen -> part(seen.body()).text("command_id")).toList();
  }

  void withVoiceHost() {
    house.environment.put(Variable.PUBLIC_VOICE_URL, "https://voice.example.com/");
  }

  static CallPlace place(String called) {
    return new CallPlace("telnyx", "leg-101", "v3:101", List.of(called), "+34600000101", "inbound");
  }

  CallEvent initiated(String called) {
    return news(place(called), "call.initiated", "").with(CallState.RINGING, "");
  }

  CallEvent event(String type, Step step) {
    return news(place("+34600000900"), type, PLAN.at(step).kept());
  }

  CallEvent news(CallPlace place, String type, String clientState) {
    return CallEvent.of(place, type + ":" + ids.incrementAndGet(), type, now, now, "test")
        .bringingBack(CallPlan.read(clientState));
  }

  void assertTaken(CallEvent event) {
    assertEquals(0, failures(event));
  }

  int failures(CallEvent event) {
    SQSMessage message = new SQSMessage();
    message.setMessageId("1");
    message.setBody(JSON.write(event));
    message.setAttributes(Map.of("MessageGroupId", "g"));
    return failures(message);
  }

  int failures(Message received) {
    SQSMessage message = new SQSMessage();
    message.setMessageId(received.messageId());
    message.setReceiptHandle(received.receiptHandle());
    message.setBody(received.body());
    message.setAttributes(received.attributesAsStrings());
    return failures(message);
  }

  private int failures(SQSMessage message) {
    message.setEventSourceArn("arn:aws:sqs:eu-west-1:000000000000:call-events.fifo");
    SQSEvent batch = new SQSEvent();
    batch.setRecords(List.of(message));
    return turns.handleRequest(batch, null).getBatchItemFailures().size();
  }

  /** The last command, which has to be this one. */
  Part told(String command) {
    ScriptedServer.Seen last = telnyx.seen().getLast();
    assertTrue(last.path().endsWith("/actions/" + command), last.path());
    return part(last.body());
  }

  static Part part(String body) {
    return OPEN.read(body.getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }

  static CallPlan plan(Part command) {
    return CallPlan.of(CallPlan.read(command.text("client_state"))).orElseThrow();
  }
}
