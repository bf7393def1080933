package io.conserje.text;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@link Pattern} that is only tried on texts which hold one of the literals it cannot do
 * without. It finds exactly what the pattern finds; that none of them is there is told from the
 * pairs of letters in the text. A pattern whose literals are not understood is always tried.
 */
public final class FilteredPattern {

  private static final Pattern NOWHERE = Pattern.compile("\\A(?!)");

  private final Pattern pattern;
  private final char[][] needed;

  private FilteredPattern(Pattern pattern, Set<String> literals) {
    this.pattern = pattern;
    this.needed = literals.stream().map(LetterPairs::of).toArray(char[][]::new);
  }

  public static FilteredPattern compile(String regex) {
    return compile(regex, 0);
  }

  /**
   * @param flags those of {@link Pattern}
   */
  public static FilteredPattern compile(String regex, int flags) {
    boolean told = (flags & (Pattern.LITERAL | Pattern.COMMENTS | Pattern.CANON_EQ)) == 0;
    return new FilteredPattern(
        Pattern.compile(regex, flags), told ? RequiredLiterals.of(regex) : Set.of());
  }

  /** As the pattern's own; where nothing can be found, one that finds nothing. */
  public Matcher matcher(String text) {
    return mayBeIn(text) ? pattern.matcher(text) : NOWHERE.matcher(text);
  }

  /** Whether the text holds a literal, or may: pairs of letters are told apart by a hash. */
  boolean mayBeIn(String text) {
    if (needed.length == 0) {
      return true;
    }
    LetterPairs pairs = LetterPairs.in(text);
    for (char[] literal : needed) {
      if (pairs.hold(literal)) {
        return true;
      }
    }
    return false;
  }

  /** The pattern without its filter. */
  public Pattern pattern() {
    return pattern;
  }

  @Override
  public String toString() {
    return pattern.pattern();
  }
}
