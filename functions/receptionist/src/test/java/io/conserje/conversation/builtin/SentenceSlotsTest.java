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
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** How much of the sentences that were written down is understood. */
class SentenceSlotsTest {

  private static final Path SENTENCES =
      Path.of("../testkit/conversations/src/main/resources/slots/worked.yaml");
  private static final Path HOUSES = Path.of("../sandbox/src/main/resources/houses");

  /** It only ever rises. */
  private static final int WHOLE_SENTENCES = 190;

  private final Map<String, Venue> houses =
      Map.of("restaurante", house("restaurante"), "hotel", house("hotel"));

  @Test
  void sentencesAreUnderstood() throws IOException {
    SlotScore score = new SlotScore();
    List<Map<String, Object>> sentences = new Yaml().load(Files.readString(SENTENCES));
    StringBuilder misses = new StringBuilder();
    for (Map<String, Object> sentence : sentences) {
      Map<String, Object> found = read(sentence);
      if (!score.add(slots(sentence), found)) {
        misses.append(sentence.get("text")).append("\n    expected ").append(slots(sentence));
        misses.append("\n    found    ").append(found).append('\n');
      }
    }
    System.out.println(misses + score.table());
    assertTrue(score.whole() >= WHOLE_SENTENCES, score::table);
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
