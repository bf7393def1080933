package io.conserje.turns.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import io.micronaut.function.aws.proxy.MockLambdaContext;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every file under {@code events/voice-calls} goes through the real handler. */
class EventsAreReplayedTest {

  private static final Path FOLDER = Path.of("../../events/voice-calls");
  private static final PojoSerializer<APIGatewayV2HTTPEvent> AS_THE_RUNTIME_READS_IT =
      LambdaEventSerializers.serializerFor(
          APIGatewayV2HTTPEvent.class, EventsAreReplayedTest.class.getClassLoader());

  private static Line line;

  @BeforeAll
  static void start() {
    line = new Line();
  }

  @AfterAll
  static void stop() {
    line.close();
  }

  @Test
  void thereAreBothKinds() throws IOException {
    assertFalse(in("good").isEmpty());
    assertFalse(in("bad").isEmpty());
  }

  @TestFactory
  Stream<DynamicTest> goodOnesAreAnswered() throws IOException {
    return in("good").stream().map(file -> replay(file, 2));
  }

  @TestFactory
  Stream<DynamicTest> badOnesAreRefused() throws IOException {
    return in("bad").stream().map(file -> replay(file, 4));
  }

  private static DynamicTest replay(Path file, int family) {
    return DynamicTest.dynamicTest(
        file.getFileName().toString(),
        () -> {
          Map<String, Object> expected = expected(file);
          APIGatewayV2HTTPResponse answer =
              line.function.handleRequest(
                  AS_THE_RUNTIME_READS_IT.fromJson(Files.readString(file)),
                  new MockLambdaContext());
          assertEquals(expected.get("status"), answer.getStatusCode(), answer.getBody());
          assertEquals(family, answer.getStatusCode() / 100);
          assertTrue(answer.getBody().contains(expected.get("body").toString()), answer.getBody());
        });
  }

  private static List<Path> in(String folder) throws IOException {
    try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
      return files.filter(file -> !file.toString().endsWith(".expect.json")).sorted().toList();
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> expected(Path file) throws IOException {
    String name = file.getFileName().toString().replaceFirst("\\.json$", ".expect.json");
    try (ObjectMapper.CloseableObjectMapper mapper = ObjectMapper.create(Map.of())) {
      return mapper.readValue(Files.readString(file.resolveSibling(name)), Map.class);
    }
  }
}
