package io.conserje.conversation.builtin;

import java.util.Locale;

/** A name as it is written down. */
final class WrittenName {

  private WrittenName() {}

  /** Whether a profile name looks like the name of a person. */
  static boolean plausible(String name) {
    if (name == null) {
      return false;
    }
    long letters = name.chars().filter(Character::isLetter).count();
    boolean clean =
        name.codePoints().allMatch(c -> Character.isLetter(c) || " .'-’".indexOf(c) >= 0);
    return letters >= 2 && clean && name.length() <= 40;
  }

  /**
   * {@code lucía pérez} and {@code LUCÍA PÉREZ} as they are written on a card; anything else as the
   * guest wrote it.
   */
  static String spelled(String said) {
    String name = said.strip().replaceAll("\\s+", " ");
    boolean oneCase =
        name.equals(name.toLowerCase(Locale.ROOT)) || name.equals(name.toUpperCase(Locale.ROOT));
    if (!oneCase) {
      return name;
    }
    StringBuilder spelled = new StringBuilder();
    for (String part : name.toLowerCase(Locale.ROOT).split(" ")) {
      spelled.append(spelled.isEmpty() ? "" : " ");
      boolean small = !spelled.isEmpty() && NameWords.PARTICLES.contains(part);
      spelled.append(
          small ? part : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
    }
    return spelled.toString();
  }
}
