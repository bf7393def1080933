package io.conserje.turns.webchat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file under {@code events/webchat} goes through the real handler, as Lambda reads it. */
class EventsAreReplayedTest {

  private static final Path FOLDER = Path.of("../../events/webchat");
  private static final String EXPECTED = ".expect.json";

  private static final PojoSerializer<APIGatewayV2HTTPEvent> AS_THE_RUNTIME_READS_IT =
      LambdaEventSerializers.serializerFor(
          APIGatewayV2HTTPEvent.class, EventsAreReplayedTest.class.getClassLoader());

  private static Chat chat;

  @BeforeAll
  static void start() {
    chat = new Chat();
  }

  @AfterAll
  static void stop() {
    chat.close();
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
        chat.call(AS_THE_RUNTIME_READS_IT.fromJson(Files.readString(file)));

    Map<String, Object> expected = expected(file);
    String body = Objects.toString(response.getBody(), "");
    assertEquals(expected.get("status"), response.getStatusCode(), body);
    assertEquals(expected.get("contentType"), response.getHeaders().get("Content-Type"));
    assertTrue(body.contains(expected.get("body").toString()), body);
  }

  @Test
  void thereAreGoodAndBadOnes() throws IOException {
    assertTrue(events().size() >= 15);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> expected(Path file) throws IOException {
    String name = file.getFileName().toString().replaceFirst("\\.json$", EXPECTED);
    return chat.function
        .getApplicationContext()
        .getBean(JsonMapper.class)
        .readValue(Files.readString(file.resolveSibling(name)), Map.class);
  }
}
