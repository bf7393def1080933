package io.conserje.testkit.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourcesAreFormattedTest {

  private static final Path ROOT = Path.of("").toAbsolutePath().resolve("../..").normalize();

  @Test
  void everySourceIsAsTheFormatterWritesIt() {
    List<Path> sources = Sources.all(ROOT);
    List<Path> unformatted =
        sources.stream()
            .filter(file -> !Sources.formatted(file).equals(Sources.read(file)))
            .toList();

    assertTrue(sources.size() > 100, "the project was not found below " + ROOT);
    assertEquals(List.of(), unformatted, "mvn -Pformat formats them");
  }
}
