package io.conserje.conversations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What the resources of this module hold. */
final class Scenarios {

  private Scenarios() {}

  /** Of every file whose name begins with {@code only}; all for an empty one. */
  static List<Scenario> read(String only) {
    List<Scenario> all = new ArrayList<>();
    files("/scenarios")
        .forEach((name, text) -> {
          if (name.startsWith(only)) {
            PlainYaml.all(text).stream().map(d -> Scenario.read(d, name)).forEach(all::add);
          }
        });
    Set<String> titles = new HashSet<>();
    for (Scenario scenario : all) {
      if (!titles.add(scenario.split() + scenario.title())) {
        throw new IllegalArgumentException(
            scenario.file() + ": '" + scenario.title() + "' is there twice");
      }
    }
    return all;
  }

  /** By name without its ending, for example {@code worked/changes-es}, in order. */
  static Map<String, String> files(String folder) {
    try {
      URI uri = Scenarios.class.getResource(folder).toURI();
      if (!uri.getScheme().equals("jar")) {
        return files(Path.of(uri));
      }
      try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
        return files(jar.getPath(folder));
      }
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> found = new java.util.TreeMap<>(java.util.Comparator.reverseOrder());
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        found.put(name.replaceFirst("\\.yaml$", ""), Files.readString(file));
      }
    }
    return found;
  }
}
