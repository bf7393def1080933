package io.conserje.text;

import java.util.HashSet;
import java.util.Set;

/**
 * Reads off a regular expression a set of literals of which at least one stands in every text it
 * can be found in. What is not understood requires nothing, so that the set is never too small.
 *
 * <p>The rules are those by which RE2's {@code FilteredRE2} and trigram indexes choose theirs.
 */
final class RequiredLiterals {

  /** More strings than these are not kept of one place. */
  private static final int MOST_EXACT = 64;

  private static final int MOST = 500;

  /**
   * @param exact all that the part can be, null where that is too much; at most {@link #MOST_EXACT}
   * @param needed of which one must stand in the text; null where nothing must
   */
  private record Part(Set<String> exact, Set<String> needed) {

    static final Part ANYTHING = new Part(null, null);

    static Part only(Set<String> exact) {
      return new Part(exact, better(null, exact));
    }

    static Part nothing() {
      return only(Set.of(""));
    }
  }

  private static final class NotUnderstood extends RuntimeException {
    NotUnderstood() {
      super(null, null, false, false);
    }
  }

  private final String regex;
  private int at;

  private RequiredLiterals(String regex) {
    this.regex = regex;
  }

  /** Empty where nothing is known to be required. */
  static Set<String> of(String regex) {
    RequiredLiterals literals = new RequiredLiterals(regex);
    try {
      Part whole = literals.alternatives();
      return literals.more() || whole.needed == null ? Set.of() : whole.needed;
    } catch (NotUnderstood _) {
      return Set.of();
    }
  }

  private Part alternatives() {
    Part all = sequence();
    while (take('|')) {
      Part next = sequence();
      all =
          new Part(
              either(all.exact, next.exact, MOST_EXACT), either(all.needed, next.needed, MOST));
    }
    return all;
  }

  private static Set<String> either(Set<String> one, Set<String> other, int most) {
    if (one == null || other == null || one.size() + other.size() > most) {
      return null;
    }
    Set<String> both = new HashSet<>(one);
    both.addAll(other);
    return both;
  }

  private Part sequence() {
    Set<String> run = Set.of("");
    Set<String> best = null;
    boolean whole = true;
    while (more() && peek() != '|' && peek() != ')') {
      Part next = repeated();
      best = better(best, next.needed);
      Set<String> longer = next.exact == null ? null : joined(run, next.exact);
      if (longer == null) {
        best = better(best, run);
        whole = false;
        longer = next.exact == null ? Set.of("") : next.exact;
      }
      run = longer;
    }
    return new Part(whole ? run : null, better(best, run));
  }

  private static Set<String> joined(Set<String> heads, Set<String> tails) {
    if (heads.size() * tails.size() > MOST_EXACT) {
      return null;
    }
    Set<String> all = new HashSet<>();
    for (String head : heads) {
      tails.forEach(tail -> all.add(head + tail));
    }
    return all;
  }

  /** Of two sets that are both required the one that is seldomer there; one letter says nothing. */
  private static Set<String> better(Set<String> one, Set<String> other) {
    if (other == null || other.size() > MOST || other.stream().anyMatch(s -> s.length() < 2)) {
      return one;
    }
    return one == null || often(other) < often(one) ? other : one;
  }

  private static double often(Set<String> literals) {
    return literals.stream().mapToDouble(s -> Math.pow(12, -Math.min(s.length(), 6))).sum();
  }

  private Part repeated() {
    Part once = one();
    if (!more()) {
      return once;
    }
    int least =
        switch (peek()) {
          case '?' -> 0;
          case '*' -> -1;
          case '+' -> 1;
          case '{' -> atLeast();
          default -> Integer.MAX_VALUE;
        };
    if (least == Integer.MAX_VALUE) {
      return once;
    }
    at++;
    if (more() && (peek() == '?' || peek() == '+')) {
      at++;
    }
    return switch (least) {
      case -1 -> Part.ANYTHING;
      case 0 ->
          new Part(once.exact == null ? null : either(once.exact, Set.of(""), MOST_EXACT), null);
      default -> new Part(null, once.needed);
    };
  }

  /** Stops at the closing brace. */
  private int atLeast() {
    int from = ++at;
    while (more() && peek() != '}') {
      at++;
    }
    String digits = regex.substring(from, at).replaceAll(",.*", "");
    return Integer.parseInt(digits) == 0 ? -1 : 1;
  }

  private Part one() {
    int letter = regex.codePointAt(at);
    at += Character.charCount(letter);
    return switch (letter) {
      case '(' -> group();
      case '[' -> oneOf();
      case '\\' -> escaped();
      case '.' -> Part.ANYTHING;
      case '^', '$' -> Part.nothing();
      case '*', '+', '?', '{' -> throw new NotUnderstood();
      default -> Part.only(Set.of(Character.toString(letter)));
    };
  }

  private Part group() {
    boolean looks = false;
    boolean denied = false;
    if (take('?')) {
      if (take("<=") || take("=")) {
        looks = true;
      } else if (take("<!") || take("!")) {
        denied = true;
      } else if (take('<')) {
        at = regex.indexOf('>', at) + 1;
      } else if (!take(":") && !take(">")) {
        return flags();
      }
    }
    Part within = alternatives();
    if (!take(')')) {
      throw new NotUnderstood();
    }
    if (denied) {
      return Part.nothing();
    }
    return looks ? new Part(Set.of(""), within.needed) : within;
  }

  /** {@code (?iu)}: letters are compared without regard to case anyway. */
  private Part flags() {
    while (take('i') || take('u') || take('U') || take('s') || take('m')) {}
    if (!take(')')) {
      throw new NotUnderstood();
    }
    return Part.nothing();
  }

  private Part oneOf() {
    boolean known = !take('^');
    Set<String> letters = new HashSet<>();
    while (!take(']')) {
      int letter = regex.codePointAt(at);
      at += Character.charCount(letter);
      if (letter == '[' || letter == '&') {
        throw new NotUnderstood();
      }
      boolean range = more() && peek() == '-' && regex.charAt(at + 1) != ']';
      Part one = letter == '\\' ? escaped() : Part.only(Set.of(Character.toString(letter)));
      known &= !range && one.exact != null && !one.exact.contains("");
      if (one.exact != null) {
        letters.addAll(one.exact);
      }
    }
    return known && letters.size() <= MOST_EXACT ? Part.only(letters) : Part.ANYTHING;
  }

  private Part escaped() {
    char letter = regex.charAt(at++);
    return switch (letter) {
      case 'b', 'B', 'A', 'z', 'Z', 'G' -> Part.nothing();
      case 'w', 'W', 'd', 'D', 's', 'S', 'h', 'H', 'v', 'V', 'R' -> Part.ANYTHING;
      case 'n' -> Part.only(Set.of("\n"));
      case 't' -> Part.only(Set.of("\t"));
      case 'p', 'P' -> property();
      case '1', '2', '3', '4', '5', '6', '7', '8', '9' -> Part.ANYTHING;
      default -> {
        if (Character.isLetterOrDigit(letter)) {
          throw new NotUnderstood();
        }
        yield Part.only(Set.of(Character.toString(letter)));
      }
    };
  }

  private Part property() {
    at = peek() == '{' ? regex.indexOf('}', at) + 1 : at + 1;
    return Part.ANYTHING;
  }

  private boolean more() {
    return at < regex.length();
  }

  private char peek() {
    return regex.charAt(at);
  }

  private boolean take(char letter) {
    return take(Character.toString(letter));
  }

  private boolean take(String letters) {
    boolean here = regex.startsWith(letters, at);
    at += here ? letters.length() : 0;
    return here;
  }
}
