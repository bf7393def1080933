package io.conserje.voice.turn;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What is said, word by word, without its punctuation. */
final class Words {

  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}@+']+");

  private Words() {}

  static List<String> of(String text) {
    return BETWEEN
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  static Set<String> set(String words) {
    return Set.copyOf(List.of(words.strip().split("\\s+")));
  }
}
