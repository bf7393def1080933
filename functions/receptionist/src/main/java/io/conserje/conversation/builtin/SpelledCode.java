package io.conserje.conversation.builtin;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** A code that is said piece by piece: {@code te eme ocho dos seis cuatro}, {@code TM 8264}. */
final class SpelledCode {

  private static final int SHORTEST = 5;
  private static final int LONGEST = 8;
  private static final Pattern CODE =
      Pattern.compile("[A-Z]{1,4}[0-9]{2,6}|[A-Z]{2,4}[0-9][A-Z0-9]*");
  private static final Map<String, String> LETTERS = new HashMap<>();

  static {
    String names =
        """
        a a be b ce c de d e e efe f ge g hache h i i jota j ka k ca k ele l eme m ene n o o pe p
        cu q erre r ere r ese s te t u u uve v equis x ye y zeta z griega y alfa a bravo b
        charlie c delta d echo e foxtrot f golf g hotel h juliet j kilo k lima l mike m november n
        papa p romeo r tango t uniform u xray x yankee y ell l em m en n jay j kay k ar r tee t
        ex x why y pee p cee c eff f aitch h you u
        """;
    String[] pairs = names.strip().split("\\s+");
    for (int i = 0; i < pairs.length; i += 2) {
      LETTERS.put(pairs[i], pairs[i + 1]);
    }
  }

  private SpelledCode() {}

  /**
   * The code in capitals, its words taken out; null if there is none.
   *
   * @param expected whether the guest was asked for it
   */
  static String in(Words words, boolean expected) {
    for (int i = 0; i < words.size(); i++) {
      boolean announced =
          words.is(i - 1, "referencia", "localizador", "codigo", "reference", "ref", "code")
              || words.is(i - 1, "es", "is") && i > 1;
      Hit<String> code = words.used(i) || !(expected || announced) ? null : at(words, i);
      if (code != null) {
        words.use(code);
        return code.value();
      }
    }
    return null;
  }

  private static Hit<String> at(Words words, int i) {
    StringBuilder code = new StringBuilder();
    Hit<String> found = null;
    int pieces = 0;
    for (int at = i; at < words.size() && code.length() < LONGEST; pieces++) {
      Hit<String> piece = piece(words, at, code.isEmpty() || letters(code));
      if (piece == null) {
        break;
      }
      code.append(piece.value());
      at = piece.to();
      String whole = code.toString().toUpperCase(Locale.ROOT);
      boolean enough = whole.length() >= SHORTEST && pieces > 0;
      if (enough && CODE.matcher(whole).matches()) {
        found = new Hit<>(i, at, whole);
      }
    }
    return found;
  }

  private static boolean letters(StringBuilder code) {
    return code.chars().allMatch(Character::isLetter);
  }

  private static Hit<String> piece(Words words, int i, boolean begin) {
    if (words.used(i)) {
      return null;
    }
    String bare = words.bare(i);
    String letter = LETTERS.get(bare);
    if (letter != null && begin && bare.length() > 1) {
      return new Hit<>(i, i + 1, letter);
    }
    boolean group = begin && bare.length() <= 3 && !Vocabulary.knows(bare);
    if (bare.length() == 1 || Numbers.digits(bare) || group) {
      return new Hit<>(i, i + 1, bare);
    }
    Hit<Integer> number = Numbers.at(words, i, Tongue.SPANISH);
    return number == null ? null : new Hit<>(i, number.to(), number.value().toString());
  }
}
