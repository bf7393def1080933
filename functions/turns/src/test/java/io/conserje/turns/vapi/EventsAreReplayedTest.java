package io.conserje.turns.vapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import io.conserje.names.Queue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every file under {@code events/vapi} goes through the real handler, as Lambda reads it, and what
 * it left on the queue through the function that reads that.
 */
class EventsAreReplayedTest {

  private static final Path FOLDER = Path.of("../../events/vapi");
  private static final String EXPECTED = ".expect.json";

  private static final PojoSerializer<APIGatewayV2HTTPEvent> AS_THE_RUNTIME_READS_IT =
      LambdaEventSerializers.serializerFor(
          APIGatewayV2HTTPEvent.class, EventsAreReplayedTest.class.getClassLoader());

  private static Phone phone;

  @BeforeAll
  static void start() {
    phone = Phone.unattended();
  }

  @AfterAll
  static void stop() {
    phone.close();
  }

  @BeforeEach
  void empty() {
    phone.house.empty();
    phone.house.drain(Queue.CALL_EVENTS);
  }

  static List<Path> events() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .filter(file -> !file.toString().endsWith(EXPECTED))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("events")
  void isAnsweredAsExpected(Path file) throws IOException {
    APIGatewayV2HTTPResponse response =
        phone.call(AS_THE_RUNTIME_READS_IT.fromJson(Files.readString(file)));

    Map<String, Object> expected = expected(file);
    String body = Objects.toString(response.getBody(), "");
    assertEquals(expected.get("status"), response.getStatusCode(), body);
    assertEquals(expected.get("contentType"), response.getHeaders().get("Content-Type"));
    assertTrue(body.contains(expected.get("body").toString()), body);
    onTheQueue(Objects.toString(expected.get("queue"), null));
  }

  /** What VAPI keeps for itself is on no queue. */
  private void onTheQueue(String signal) {
    List<String> queued = phone.house.drain(Queue.CALL_EVENTS);
    assertEquals(signal == null ? 0 : 1, queued.size());
    if (signal != null) {
      assertEquals(signal, phone.map(queued.getFirst()).get("signal"));
      assertFalse(queued.getFirst().contains("SAMPLE-real-payloads"), "no credential is passed on");
    }
  }

  @Test
  void thereAreGoodAndBadOnes() throws IOException {
    assertTrue(events().stream().filter(f -> f.toString().contains("good")).count() >= 40);
    assertTrue(events().stream().filter(f -> f.toString().contains("bad")).count() >= 12);
  }

  private static Map<String, Object> expected(Path file) throws IOException {
    String name = file.getFileName().toString().replaceFirst("\\.json$", EXPECTED);
    return phone.map(Files.readString(file.resolveSibling(name)));
  }
}
