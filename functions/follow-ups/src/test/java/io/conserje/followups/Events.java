package io.conserje.followups;

import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The sample invocations, read as Lambda reads them. */
final class Events {

  private Events() {}

  @SuppressWarnings("unchecked")
  static Map<String, Object> read(String name) {
    try {
      return JacksonFactory.getInstance()
          .getSerializer(Map.class)
          .fromJson(Files.readString(Path.of("../../events").resolve(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
