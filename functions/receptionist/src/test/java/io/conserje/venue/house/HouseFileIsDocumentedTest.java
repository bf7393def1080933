package io.conserje.venue.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.conserje.venue.HouseFile;
import io.conserje.venue.VenueId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** docs/house-file.md names every key that is read and no other, and its example is a house. */
class HouseFileIsDocumentedTest {

  private static final String PAGE = page();
  private static final Pattern KEY = Pattern.compile("(?m)^\\| `([a-z_.\\[\\]]+)` \\|");
  private static final Pattern EXAMPLE = Pattern.compile("(?s)```yaml\n(.*?)```");

  @Test
  void thePageNamesEveryKeyAndNoOther() {
    Set<String> named =
        KEY.matcher(PAGE)
            .results()
            .map(key -> key.group(1))
            .collect(Collectors.toCollection(TreeSet::new));

    assertEquals(known(), named);
  }

  @Test
  void theExampleIsTakenIn() {
    assertInstanceOf(
        Imported.Kept.class,
        new ImportHouse(new AnyHouse(), () -> Instant.parse("2026-11-20T11:00:00Z"))
            .put(example()));
  }

  /** The keys of every place that the example has, as {@code tables[].seats}. */
  private static Set<String> known() {
    Set<String> known = new TreeSet<>();
    HouseReader.known(example())
        .forEach((path, keys) -> keys.forEach(key -> known.add(place(path) + key)));
    return known;
  }

  private static String place(String path) {
    String place = path.replaceAll("/\\d+", "[]").replace('/', '.').replaceFirst("^\\.", "");
    return place.isEmpty() ? "" : place + ".";
  }

  private static Map<String, Object> example() {
    MatchResult example = EXAMPLE.matcher(PAGE).results().findFirst().orElseThrow();
    return new Yaml().load(example.group(1));
  }

  private static String page() {
    try {
      return Files.readString(Path.of("../../docs/house-file.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class AnyHouse implements HouseFiles {
    @Override
    public Imported keep(HouseFile file, Map<String, Object> document, Instant now) {
      return new Imported.Kept(file.venue().id(), true, true);
    }

    @Override
    public Optional<Map<String, Object>> document(VenueId venue) {
      return Optional.empty();
    }
  }
}
