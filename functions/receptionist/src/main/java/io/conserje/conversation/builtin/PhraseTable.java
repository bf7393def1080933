package io.conserje.conversation.builtin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Phrases and what they mean. The longest phrase wins; a phrase never spans a comma or a full stop.
 */
final class PhraseTable<V> {

  private record Entry<V>(String[] words, V value) {}

  private final Map<String, List<Entry<V>>> byFirstWord = new HashMap<>();

  /**
   * @param phrases separated by {@code |} or line breaks, in the plain form of {@link Words}
   */
  PhraseTable<V> add(V value, String phrases) {
    for (String phrase : phrases.split("[|\n]")) {
      if (!phrase.isBlank()) {
        String[] words = phrase.strip().split(" +");
        List<Entry<V>> entries = byFirstWord.computeIfAbsent(words[0], w -> new ArrayList<>());
        entries.add(new Entry<>(words, value));
        entries.sort(Comparator.comparingInt((Entry<V> e) -> e.words.length).reversed());
      }
    }
    return this;
  }

  /** The longest phrase that begins at a word, or null. */
  Hit<V> at(Words words, int i) {
    if (i >= words.size() || words.used(i)) {
      return null;
    }
    for (Entry<V> entry : byFirstWord.getOrDefault(words.plain(i), List.of())) {
      if (words.follows(i, entry.words)) {
        return new Hit<>(i, i + entry.words.length, entry.value);
      }
    }
    return null;
  }

  List<Hit<V>> in(Words words) {
    List<Hit<V>> hits = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      Hit<V> hit = at(words, i);
      if (hit != null) {
        hits.add(hit);
        i = hit.to() - 1;
      }
    }
    return hits;
  }

  Set<String> words() {
    Set<String> all = new HashSet<>();
    byFirstWord.values().forEach(l -> l.forEach(e -> all.addAll(List.of(e.words))));
    return all;
  }
}
