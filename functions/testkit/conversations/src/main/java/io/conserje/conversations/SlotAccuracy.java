package io.conserje.conversations;

import io.conserje.connectors.housefile.HouseText;
import io.conserje.venue.Venue;
import io.conserje.venue.house.HouseReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How often the slots of single sentences were understood.
 *
 * @param right sentences without a mistake
 * @param slots by slot how often it was right, and in how many sentences it is or was found
 * @param mistakes a line each
 */
record SlotAccuracy(
    String split, int sentences, int right, Map<String, int[]> slots, List<String> mistakes) {

  static List<SlotAccuracy> measure() {
    List<SlotAccuracy> all = new ArrayList<>();
    SlotReader.builtIn()
        .ifPresent(reader ->
            Scenarios.files("/slots").forEach((split, text) -> all.add(of(split, text, reader))));
    return all;
  }

  private static SlotAccuracy of(String split, String text, SlotReader reader) {
    Map<String, Venue> houses = new HashMap<>();
    Map<String, int[]> slots = new TreeMap<>();
    List<String> mistakes = new ArrayList<>();
    int sentences = 0;
    int right = 0;
    for (Object document : PlainYaml.all(text)) {
      for (Object one : Fields.listOf(document)) {
        Fields sentence =
            Fields.of(one, "slots/" + split).only("text", "slots", "asked", "house", "now");
        Venue venue =
            houses.computeIfAbsent(sentence.text("house", "restaurante"), SlotAccuracy::venue);
        int before = mistakes.size();
        compare(sentence, read(reader, venue, sentence), slots, mistakes);
        sentences++;
        right += mistakes.size() == before ? 1 : 0;
      }
    }
    return new SlotAccuracy(split, sentences, right, slots, mistakes);
  }

  /** A sentence that cannot be read at all has nothing in it. */
  private static Map<String, Object> read(SlotReader reader, Venue venue, Fields sentence) {
    LocalDateTime now = LocalDateTime.parse(sentence.text("now", "2026-11-20T12:00"));
    try {
      return reader.read(
          venue,
          now.atZone(venue.zone()),
          sentence.has("asked") ? sentence.text("asked") : null,
          sentence.text("text"));
    } catch (RuntimeException e) {
      return Map.of("error", e.toString());
    }
  }

  private static void compare(
      Fields sentence, Map<String, Object> found, Map<String, int[]> slots, List<String> mistakes) {
    Fields expected = sentence.map("slots");
    Set<String> names = new LinkedHashSet<>(expected.values().keySet());
    names.addAll(found.keySet());
    for (String name : names) {
      int[] count = slots.computeIfAbsent(name, _ -> new int[2]);
      count[1]++;
      if (same(name, expected, found.get(name))) {
        count[0]++;
      } else {
        mistakes.add(
            name
                + ": "
                + found.get(name)
                + " instead of "
                + expected.get(name)
                + " in «"
                + sentence.text("text")
                + "»");
      }
    }
  }

  private static boolean same(String name, Fields expected, Object read) {
    if (read == null || !expected.has(name)) {
      return false;
    }
    Object found = name.equals("answer") ? answer(read) : read;
    return expected.texts(name).stream()
        .anyMatch(right ->
            name.equals("notes")
                ? Plain.found(right, found.toString())
                : Plain.words(right).equals(Plain.words(found.toString())));
  }

  private static Object answer(Object read) {
    return switch (read) {
      case Boolean yes -> yes ? "yes" : "no";
      default -> read;
    };
  }

  private static Venue venue(String house) {
    try (InputStream in = SlotAccuracy.class.getResourceAsStream("/houses/" + house + ".yaml")) {
      return HouseReader.read(HouseText.read(in.readAllBytes()).document()).venue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
