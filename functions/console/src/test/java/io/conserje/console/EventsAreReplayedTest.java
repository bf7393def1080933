package io.conserje.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import io.conserje.names.Variable;
import io.micronaut.function.aws.proxy.MockLambdaContext;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every file under {@code events/console} goes through the real handler, read as Lambda reads it.
 */
class EventsAreReplayedTest {

  private static final Path FOLDER = Path.of("../../events/console");
  private static final String EXPECTED = ".expect.json";

  private static final PojoSerializer<APIGatewayV2HTTPEvent> AS_THE_RUNTIME_READS_IT =
      LambdaEventSerializers.serializerFor(
          APIGatewayV2HTTPEvent.class, EventsAreReplayedTest.class.getClassLoader());

  private static House house;

  @BeforeAll
  static void start() {
    house = new House().seeded();
    house.environment.put(Variable.ADMIN_API_KEY, "sandbox-admin-key");
  }

  @AfterAll
  static void stop() {
    house.close();
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
        house.console.handleRequest(
            AS_THE_RUNTIME_READS_IT.fromJson(Files.readString(file)), new MockLambdaContext());

    Map<String, Object> expected = expected(file);
    assertEquals(expected.get("status"), response.getStatusCode(), response.getBody());
    assertEquals(expected.get("contentType"), response.getHeaders().get("Content-Type"));
    assertTrue(response.getBody().contains(expected.get("body").toString()), response.getBody());
  }

  @Test
  void everyExpectationHasItsEvent() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      assertEquals(
          events().size(), files.filter(file -> file.toString().endsWith(EXPECTED)).count());
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> expected(Path file) throws IOException {
    String name = file.getFileName().toString().replaceFirst("\\.json$", EXPECTED);
    return house
        .console
        .getApplicationContext()
        .getBean(JsonMapper.class)
        .readValue(Files.readString(file.resolveSibling(name)), Map.class);
  }
}
