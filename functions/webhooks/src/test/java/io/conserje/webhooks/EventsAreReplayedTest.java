package io.conserje.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.conserje.names.Queue;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every file under {@code events/<provider>} goes through its real handler. */
class EventsAreReplayedTest {

  private static final Map<String, Supplier<WebhookUnderTest>> PROVIDERS =
      Map.of(
          "twilio", WebhookUnderTest::twilio,
          "telnyx", WebhookUnderTest::telnyx,
          "meta", WebhookUnderTest::meta);

  private static final Map<String, WebhookUnderTest> WEBHOOKS = new TreeMap<>();

  @BeforeAll
  static void start() {
    PROVIDERS.forEach((provider, start) -> WEBHOOKS.put(provider, start.get()));
  }

  @AfterAll
  static void stop() {
    WEBHOOKS.values().forEach(WebhookUnderTest::close);
  }

  @Test
  void thereAreBothKinds() {
    for (String provider : PROVIDERS.keySet()) {
      assertFalse(new SampleEvents(provider).in("good").isEmpty());
      assertFalse(new SampleEvents(provider).in("bad").isEmpty());
    }
  }

  @TestFactory
  Stream<DynamicTest> goodOnesAreAcceptedAndOnTheQueue() {
    return each("good", this::accepted);
  }

  @TestFactory
  Stream<DynamicTest> badOnesAreRefusedAndNothingIsOnTheQueue() {
    return each("bad", this::refused);
  }

  private interface Check {
    void check(WebhookUnderTest webhook, int status, Map<String, Object> expected);
  }

  private static Stream<DynamicTest> each(String kind, Check check) {
    return WEBHOOKS.keySet().stream()
        .flatMap(provider ->
            new SampleEvents(provider)
                .in(kind).stream().map(file -> replay(provider, file, check)));
  }

  private static DynamicTest replay(String provider, Path file, Check check) {
    return DynamicTest.dynamicTest(
        provider + "/" + file.getFileName(), () -> play(WEBHOOKS.get(provider), file, check));
  }

  private static void play(WebhookUnderTest webhook, Path file, Check check) {
    Map<String, Object> expected = SampleEvents.expected(file);
    webhook.freshQueues();
    APIGatewayV2HTTPResponse response = webhook.send(SampleEvents.read(file));
    String body = response.getBody() == null ? "" : response.getBody();
    assertEquals(expected.get("status"), response.getStatusCode(), body);
    assertTrue(body.contains(expected.get("body").toString()), body);
    assertFalse(response.getIsBase64Encoded());
    if (expected.containsKey("contentType")) {
      assertEquals(expected.get("contentType"), response.getHeaders().get("Content-Type"));
    }
    check.check(webhook, response.getStatusCode(), expected);
  }

  private void accepted(WebhookUnderTest webhook, int status, Map<String, Object> expected) {
    assertEquals(2, status / 100);
    for (Queue queue : List.of(Queue.INBOUND, Queue.DELIVERY_STATUSES, Queue.CALL_EVENTS)) {
      List<String> bodies = webhook.drain(queue);
      int many = (int) expected.getOrDefault("count", 1);
      assertEquals(
          queue.name().equals(expected.get("queue")) ? many : 0, bodies.size(), queue.name());
      bodies.stream().limit(1).forEach(body -> assertFields(expected, SampleEvents.map(body)));
    }
  }

  private static void assertFields(Map<String, Object> expected, Map<String, Object> actual) {
    Map<?, ?> fields = (Map<?, ?>) expected.get("message");
    fields.forEach((name, value) -> assertEquals(value, actual.get(name), name.toString()));
    assertEquals("2026-11-20T11:00:00Z", actual.get("receivedAt"));
    assertTrue(actual.get("correlation").toString().startsWith("0199e2a4-"), actual.toString());
  }

  private void refused(WebhookUnderTest webhook, int status, Map<String, Object> expected) {
    assertEquals(4, status / 100);
    assertEquals(List.of(), webhook.drain(Queue.INBOUND));
    assertEquals(List.of(), webhook.drain(Queue.DELIVERY_STATUSES));
    assertEquals(List.of(), webhook.drain(Queue.CALL_EVENTS));
  }
}
