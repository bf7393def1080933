package io.conserje.webhooks;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The files under {@code events/<provider>}, each an invocation with what is expected of it beside
 * it.
 */
public final class SampleEvents {

  private static final Path EVENTS = Path.of("../../events");
  private static final String EXPECTED = ".expect.json";

  private static final PojoSerializer<APIGatewayV2HTTPEvent> AS_THE_RUNTIME_READS_IT =
      LambdaEventSerializers.serializerFor(
          APIGatewayV2HTTPEvent.class, SampleEvents.class.getClassLoader());

  private final Path folder;

  public SampleEvents(String provider) {
    this.folder = EVENTS.resolve(provider);
  }

  List<Path> in(String kind) {
    try (Stream<Path> files = Files.list(folder.resolve(kind))) {
      return files.filter(f -> !f.toString().endsWith(EXPECTED)).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  public APIGatewayV2HTTPEvent read(String file) {
    return read(folder.resolve(file));
  }

  static APIGatewayV2HTTPEvent read(Path file) {
    return AS_THE_RUNTIME_READS_IT.fromJson(text(file));
  }

  static Map<String, Object> expected(Path file) {
    String name = file.getFileName().toString().replaceFirst("\\.json$", EXPECTED);
    return map(text(file.resolveSibling(name)));
  }

  @SuppressWarnings("unchecked")
  public static Map<String, Object> map(String json) {
    try (ObjectMapper.CloseableObjectMapper mapper = ObjectMapper.create(Map.of())) {
      return mapper.readValue(json, Map.class);
    } catch (IOException noJson) {
      throw new UncheckedIOException(noJson);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
