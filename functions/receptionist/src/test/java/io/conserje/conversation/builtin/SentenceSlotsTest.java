package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.venue.Venue;
import io.conserje.venue.house.HouseReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

/** How much of the sentences that were written down is understood. */
class SentenceSlotsTest {

  private static final Path SENTENCES =
      Path.of("../testkit/conversations/src/main/resources/slots/worked.yaml");
  private static final Path FRESH = Path.of("src/test/resources/understanding/fresh.yaml");
  private static final Path HOUSES = Path.of("../sandbox/src/main/resources/houses");

  private static final Path OTHERWISE = Path.of("src/test/resources/understanding/otherwise.yaml");

  private static final Path ALOUD = Path.of("src/test/resources/understanding/aloud.yaml");

  private static final Path VARIED = Path.of("src/test/resources/understanding/varied.yaml");

  private final Map<String, Venue> houses =
      Map.of("restaurante", house("restaurante"), "hotel", house("hotel"));

  /** The numbers only ever rise. */
  @ParameterizedTest
  @CsvSource({"WORKED, 206", "VARIED, 467", "FRESH, 88", "OTHERWISE, 231", "ALOUD, 134"})
  void sentencesAreUnderstood(String file, int whole) throws IOException {
    SlotScore score = new SlotScore();
    Path path =
        switch (file) {
          case "WORKED" -> SENTENCES;
          case "VARIED" -> VARIED;
          case "OTHERWISE" -> OTHERWISE;
          case "ALOUD" -> ALOUD;
          default -> FRESH;
        };
    List<Map<String, Object>> sentences = new Yaml().load(Files.readString(path));
    StringBuilder misses = new StringBuilder();
    for (Map<String, Object> sentence : sentences) {
      Map<String, Object> found = read(sentence);
      if (!score.add(slots(sentence), found)) {
        misses.append(sentence.get("text")).append("\n    expected ").append(slots(sentence));
        misses.append("\n    found    ").append(found).append('\n');
      }
    }
    System.out.println(misses + score.table());
    assertTrue(score.whole() >= whole, score::table);
  }

  private Map<String, Object> read(Map<String, Object> sentence) {
    Venue venue = houses.get(sentence.getOrDefault("house", "restaurante"));
    LocalDateTime now =
        sentence.containsKey("now")
            ? LocalDateTime.parse(sentence.get("now").toString())
            : Houses.NOON.toLocalDateTime();
    ZonedDateTime at = now.atZone(venue.zone());
    return SentenceSlots.read(
        venue, at, (String) sentence.get("asked"), (String) sentence.get("text"));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> slots(Map<String, Object> sentence) {
    return (Map<String, Object>) sentence.get("slots");
  }

  private static Venue house(String name) {
    try {
      Map<String, Object> document =
          new Yaml().load(Files.readString(HOUSES.resolve(name + ".yaml")));
      return HouseReader.read(document).venue();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
