package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;

/**
 * {@code soy la secretaria de don Álvaro Quintana, una mesa a su nombre}: who is told with a title.
 */
final class TheirName {

  private static final FilteredPattern THEIRS =
      FilteredPattern.compile("\\ba su nombre\\b|\\b(?:in|under) (?:his|her|their) name\\b");

  private TheirName() {}

  /** The name, its words taken out; or null. */
  static String in(Words words) {
    boolean theirs = THEIRS.matcher(Tokens.plain(words.text())).find();
    for (int i = 0; theirs && i < words.size(); i++) {
      boolean title =
          words.is(i, "don", "dona", "sr", "sra", "senor", "senora", "mr", "mrs", "ms", "dr");
      String name =
          title && words.capital(i + 1) ? new NameWords(words).take(i, i + 1, false) : null;
      if (name != null) {
        return name;
      }
    }
    return null;
  }
}
