package io.conserje.conversation.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the intent of a message is told by: its words, pairs of them, pieces of words (for typos and
 * endings) and the topics its phrases stand for. Numbers, days and months are each one word.
 */
final class Features {

  private static final int SHORTEST_PIECE = 3;
  private static final int LONGEST_PIECE = 4;
  private static final Set<String> HALVES = Set.of("am", "pm", "h", "hs", "hrs");

  /** How many times what the words speak of counts. */
  private static final int WEIGHT = 3;

  private Features() {}

  /** Places in a table of {@code size} weights, each once, in ascending order. */
  static int[] of(Words words, Set<Topic> topics, int size) {
    Set<Integer> places = new TreeSet<>();
    List<String> said = said(words);
    for (int i = 0; i < said.size(); i++) {
      String word = said.get(i);
      place(places, "w " + word, size);
      place(places, "p " + (i == 0 ? "^" : said.get(i - 1)) + " " + word, size);
      if (i >= 2) {
        place(places, "t " + said.get(i - 2) + " " + said.get(i - 1) + " " + word, size);
      }
      pieces(places, word, size);
      verbs(places, said, i, size);
    }
    Set<String> things = Stems.in(words);
    for (int weight = 0; weight < WEIGHT; weight++) {
      String more = " " + weight;
      things.forEach(thing -> place(places, "thing " + thing + more, size));
      place(places, "things " + String.join(" ", things) + more, size);
    }
    place(places, "unknown " + Math.min(unknown(words), 3), size);
    topics.forEach(topic -> place(places, "topic " + topic, size));
    place(places, "words " + Math.min(said.size(), 6), size);
    if (words.asks()) {
      place(places, "asks", size);
    }
    return places.stream().mapToInt(Integer::intValue).toArray();
  }

  /** One feature for all forms of a verb, and for what stands beside it. */
  private static void verbs(Set<Integer> places, List<String> said, int i, int size) {
    String verb = Verbs.lemma(said.get(i));
    if (verb != null) {
      place(places, "v " + verb, size);
      place(places, "vp " + (i == 0 ? "^" : root(said.get(i - 1))) + " " + verb, size);
      place(
          places, "vn " + verb + " " + (i + 1 == said.size() ? "$" : root(said.get(i + 1))), size);
    }
  }

  private static String root(String word) {
    String verb = Verbs.lemma(word);
    return verb == null ? word : verb;
  }

  private static int unknown(Words words) {
    int unknown = 0;
    for (int i = 0; i < words.size(); i++) {
      unknown += Vocabulary.knows(words.plain(i)) ? 0 : 1;
    }
    return unknown;
  }

  private static List<String> said(Words words) {
    List<String> said = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String kind = kind(words.plain(i));
      boolean again = kind.startsWith("#") && !said.isEmpty() && said.getLast().equals(kind);
      if (!again) {
        said.add(kind);
      }
    }
    return said;
  }

  private static String kind(String plain) {
    if (Character.isDigit(plain.charAt(0))) {
      return "#n";
    }
    if (Numbers.words().contains(plain) && !Numbers.article(plain)) {
      return "#n";
    }
    if (Calendar.day(plain) != null) {
      return "#day";
    }
    if (Calendar.month(plain) != null && plain.length() > 3) {
      return "#month";
    }
    return HALVES.contains(plain) ? "#half" : plain;
  }

  private static void pieces(Set<Integer> places, String word, int size) {
    if (word.startsWith("#")) {
      return;
    }
    String fenced = "<" + word + ">";
    for (int length = SHORTEST_PIECE; length <= LONGEST_PIECE; length++) {
      for (int i = 0; i + length <= fenced.length(); i++) {
        place(places, "c " + fenced.substring(i, i + length), size);
      }
    }
  }

  private static void place(Set<Integer> places, String feature, int size) {
    int mixed = feature.hashCode() * 0x9E3779B9;
    places.add((mixed ^ mixed >>> 15) & size - 1);
  }
}
