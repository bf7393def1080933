package io.conserje.turns.vapi;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.conserje.names.Queue;
import io.conserje.turns.House;
import io.conserje.turns.Turns;
import io.micronaut.function.aws.proxy.MockLambdaContext;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A restaurant that VAPI answers the telephone of, on Friday 20 November 2026 at noon. */
final class Phone implements AutoCloseable {

  static final String PATH = "/vapi/webhook";
  static final String HOUSE = "+34600000900";
  static final String WHATSAPP = "+34600000905";
  static final String GUEST = "+34600000101";

  final House house = new House();
  Instant now = Instant.parse("2026-11-20T11:00:00Z");
  final VapiFunction function;
  private final Turns turns;

  /**
   * @param staff what the house file says of its people, as JSON
   */
  Phone(String staff) {
    house.execute(
        """
        INSERT INTO venues (id, house)
        SELECT 'restaurante', jsonb_build_object(
          'venue', 'restaurante', 'name', 'Casa Uno', 'kind', 'restaurant',
          'time_zone', 'Europe/Madrid', 'language', 'es', 'phone', '+34600000999', 'address', 'Plaza 1',
          'hours', '{"services": [{"service": "dinner", "first": "20:00", "last": "23:00"}]}'::jsonb,
          'zones', '[{"name": "inside"}]'::jsonb,
          'tables', jsonb_agg(jsonb_build_object('name', 'T' || n, 'zone', 'inside', 'seats', 4)),
          'rules', '{"largest_party": 8, "notice": "60m", "horizon": "60d"}'::jsonb,
          'knowledge', '[{"topic": "aparcamiento", "language": "es", "words": ["parking"],
            "text": "Hay aparcamiento en la plaza."}]'::jsonb,
          'staff', '%s'::jsonb)
        FROM generate_series(1, 3) AS n;
        INSERT INTO dining_tables SELECT 'restaurante', 'T' || n FROM generate_series(1, 3) AS n;
        UPDATE channel_addresses SET venue = 'restaurante' WHERE channel = 'voice';
        INSERT INTO channel_addresses VALUES ('whatsapp', '+34600000905', 'restaurante');
        """
            .formatted(staff));
    function = new VapiFunction(house.environment, () -> now);
    turns = new Turns(house.environment, () -> now);
  }

  /** Nobody is ever there. */
  static Phone unattended() {
    return new Phone("{}");
  }

  APIGatewayV2HTTPResponse call(APIGatewayV2HTTPEvent event) {
    return function.handleRequest(event, new MockLambdaContext());
  }

  /** What a function is answered that has just started, with another value of its environment. */
  int statusWith(String variable, String value, String body) {
    Map<String, String> environment = new HashMap<>(house.environment);
    environment.put(variable, value);
    VapiFunction other = new VapiFunction(environment, () -> now);
    try {
      return other
          .handleRequest(
              event(body, Map.of("x-vapi-secret", "test-vapi-secret")), new MockLambdaContext())
          .getStatusCode();
    } finally {
      other.getApplicationContext().close();
    }
  }

  APIGatewayV2HTTPResponse post(String body, Map<String, String> headers) {
    return call(event(body, headers));
  }

  private static APIGatewayV2HTTPEvent event(String body, Map<String, String> headers) {
    APIGatewayV2HTTPEvent event =
        APIGatewayV2HTTPEvent.builder()
            .withVersion("2.0")
            .withRouteKey("POST " + PATH)
            .withRawPath(PATH)
            .withRawQueryString("")
            .withHeaders(new HashMap<>(headers))
            .withRequestContext(
                APIGatewayV2HTTPEvent.RequestContext.builder()
                    .withRequestId("gateway-1")
                    .withStage("$default")
                    .withHttp(
                        APIGatewayV2HTTPEvent.RequestContext.Http.builder()
                            .withMethod("POST")
                            .withPath(PATH)
                            .withProtocol("HTTP/1.1")
                            .build())
                    .build())
            .withBody(body)
            .build();
    event.getHeaders().put("content-type", "application/json");
    return event;
  }

  /** What the house answers to a message of a call. */
  Map<String, Object> says(String callId, String type, Map<String, Object> fields) {
    return says(callId, GUEST, type, fields);
  }

  Map<String, Object> says(String callId, String caller, String type, Map<String, Object> fields) {
    Map<String, Object> message = new LinkedHashMap<>(fields);
    message.put("type", type);
    message.putIfAbsent("timestamp", now.toEpochMilli());
    message.putIfAbsent("call", Map.of("id", callId, "type", "inboundPhoneCall"));
    message.putIfAbsent("phoneNumber", Map.of("number", HOUSE));
    message.putIfAbsent("customer", Map.of("number", caller));
    return read(
        post(write(Map.of("message", message)), Map.of("x-vapi-secret", "test-vapi-secret")));
  }

  @SuppressWarnings("unchecked")
  Map<String, Object> tool(String callId, String toolCallId, String name, Object arguments) {
    Map<String, Object> answer =
        says(
            callId,
            "tool-calls",
            Map.of(
                "toolCallList",
                List.of(
                    Map.of(
                        "id",
                        toolCallId,
                        "type",
                        "function",
                        "function",
                        Map.of("name", name, "arguments", arguments)))));
    return ((List<Map<String, Object>>) answer.get("results")).getFirst();
  }

  /** Everything on the queue goes through the function that reads it. */
  void workOff() {
    workOff(1);
  }

  /** The same, each piece of news so often: a queue remembers what it had for minutes only. */
  void workOff(int times) {
    SQSEvent event = new SQSEvent();
    event.setRecords(
        house.drain(Queue.CALL_EVENTS).stream()
            .map(body -> {
              SQSEvent.SQSMessage message = new SQSEvent.SQSMessage();
              message.setMessageId("m" + body.hashCode());
              message.setEventSourceArn("arn:aws:sqs:eu-west-1:000000000000:call-events.fifo");
              message.setBody(body);
              return message;
            })
            .toList());
    for (int i = 0; i < times; i++) {
      SQSBatchResponse response = turns.handleRequest(event, null);
      if (!response.getBatchItemFailures().isEmpty()) {
        throw new IllegalStateException("News of a call failed.");
      }
    }
  }

  /** What the house answers to a message on WhatsApp from the number that called. */
  String whatsapp(String text) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("provider", "twilio");
    message.put("eventId", "SM" + text.hashCode());
    message.put("channel", "WHATSAPP");
    message.put("houseAddress", WHATSAPP);
    message.put("guestAddress", GUEST);
    message.put("guestName", "");
    message.put("text", text);
    message.put("kind", "text");
    message.put("media", List.of());
    message.put("receivedAt", now.toString());
    message.put("correlation", "c");
    read("inbound.fifo", message);
    String conversation =
        house.one("SELECT id FROM conversations WHERE channel = 'whatsapp' LIMIT 1");
    String newest =
        house.one("SELECT max(position) FROM messages WHERE conversation = '" + conversation + "'");
    read("turn-due", Map.of("conversation", conversation, "upTo", Long.parseLong(newest)));
    return house.one("SELECT body FROM outbox WHERE kind = 'reply' ORDER BY position DESC LIMIT 1");
  }

  private void read(String queue, Object body) {
    SQSEvent.SQSMessage message = new SQSEvent.SQSMessage();
    message.setMessageId("m1");
    message.setEventSourceArn("arn:aws:sqs:eu-west-1:000000000000:" + queue);
    message.setBody(write(body));
    SQSEvent event = new SQSEvent();
    event.setRecords(List.of(message));
    if (!turns.handleRequest(event, null).getBatchItemFailures().isEmpty()) {
      throw new IllegalStateException(queue + " failed.");
    }
  }

  String write(Object value) {
    try {
      return json().writeValueAsString(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked")
  Map<String, Object> read(APIGatewayV2HTTPResponse response) {
    if (response.getStatusCode() != 200) {
      throw new IllegalStateException(response.getStatusCode() + ": " + response.getBody());
    }
    return map(response.getBody());
  }

  @SuppressWarnings("unchecked")
  Map<String, Object> map(String text) {
    try {
      return json().readValue(text, Map.class);
    } catch (IOException e) {
      throw new UncheckedIOException(text, e);
    }
  }

  private JsonMapper json() {
    return function.getApplicationContext().getBean(JsonMapper.class);
  }

  @Override
  public void close() {
    function.getApplicationContext().close();
    house.close();
  }
}
