package io.conserje.venue.house;

import io.conserje.venue.HouseFile.Topic;
import io.conserje.venue.VenueId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Changes single topics of what a house answers to questions. The house's document is changed and
 * handed in as a whole, so it is checked as any other.
 */
public final class EditKnowledge {

  private static final String KNOWLEDGE = "knowledge";

  private final HouseFiles houses;
  private final ImportHouse importHouse;

  public EditKnowledge(HouseFiles houses, ImportHouse importHouse) {
    this.houses = houses;
    this.importHouse = importHouse;
  }

  /** In the file's order; none for a house that is not there. */
  public List<Topic> topics(VenueId venue) {
    return houses.document(venue).map(HouseReader::read).stream()
        .flatMap(file -> file.knowledge().stream())
        .toList();
  }

  /** The topic of that name in that language. */
  public Optional<Topic> topic(VenueId venue, String topic, String language) {
    return topics(venue).stream()
        .filter(t -> t.topic().equalsIgnoreCase(topic) && t.language().equals(language))
        .findFirst();
  }

  /**
   * Adds the topic, or puts it in the place of the one of the same name and language. Doing it
   * again changes nothing.
   *
   * @param words null for those it has
   */
  public Imported put(
      VenueId venue, String topic, String language, List<String> words, String text) {
    return houses.oneAtATime(() -> {
      Map<String, Object> house = house(venue);
      List<Map<String, Object>> entries = entries(house);
      int place = place(entries, topic, language);
      Map<String, Object> entry =
          new LinkedHashMap<>(place < entries.size() ? entries.get(place) : Map.of());
      entry.put("topic", topic);
      entry.put("language", language);
      if (words != null) {
        entry.put("words", words);
      }
      entry.put("text", text);
      entries.subList(place, Math.min(place + 1, entries.size())).clear();
      entries.add(place, entry);
      house.put(KNOWLEDGE, entries);
      return importHouse.put(house);
    });
  }

  /** Takes the topic out; one that is not there is out already. */
  public Imported remove(VenueId venue, String topic, String language) {
    return houses.oneAtATime(() -> {
      Map<String, Object> house = house(venue);
      List<Map<String, Object>> entries = entries(house);
      int place = place(entries, topic, language);
      entries.subList(place, Math.min(place + 1, entries.size())).clear();
      house.put(KNOWLEDGE, entries);
      return importHouse.put(house);
    });
  }

  private Map<String, Object> house(VenueId venue) {
    return new LinkedHashMap<>(houses.document(venue).orElseThrow());
  }

  @SuppressWarnings("unchecked") // a document that was kept has been read
  private static List<Map<String, Object>> entries(Map<String, Object> house) {
    return house.get(KNOWLEDGE) instanceof List<?> list
        ? new ArrayList<>((List<Map<String, Object>>) list)
        : new ArrayList<>();
  }

  /** Where it stands, or would be added. */
  private static int place(List<Map<String, Object>> entries, String topic, String language) {
    return IntStream.range(0, entries.size())
        .filter(i -> String.valueOf(entries.get(i).get("topic")).strip().equalsIgnoreCase(topic))
        .filter(i -> String.valueOf(entries.get(i).get("language")).strip().equals(language))
        .findFirst()
        .orElse(entries.size());
  }
}
