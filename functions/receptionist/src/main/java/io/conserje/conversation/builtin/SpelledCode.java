package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A code that is said piece by piece: {@code te eme ocho dos seis cuatro}, {@code TM 8264}. */
final class SpelledCode {

  private static final int SHORTEST = 5;
  private static final int LONGEST = 8;
  private static final FilteredPattern CODE =
      FilteredPattern.compile("[A-Z]{1,4}[0-9]{2,6}|[A-Z]{2,4}[0-9][A-Z0-9]*");
  private static final Map<String, String> LETTERS = new HashMap<>();

  static {
    String names =
        """
        a a be b ce c de d e e efe f ge g hache h ache h i i jota j ka k ca k ele l eme m ene n o o pe p
        cu q erre r ere r ese s te t u u uve v equis x ye y zeta z griega y alfa a bravo b
        charlie c delta d echo e foxtrot f golf g hotel h juliet j kilo k lima l mike m november n
        papa p romeo r tango t uniform u xray x yankee y ell l em m en n jay j kay k ar r tee t
        ex x why y pee p cee c eff f aitch h you u bee b dee d gee g eye i oh o queue q cue q ess s
        vee v zed z zee z see c sea c tee t are r ay a kilo k hotel h india i oscar o quebec q sierra s
        victor v whiskey w zulu z uvedoble w
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
              || words.is(i - 1, "es", "is", "its") && i > 1;
      boolean named =
          words.is(i - 1, "reserva", "booking", "reservation", "numero", "number", "con");
      boolean may = expected || announced || named;
      Hit<String> code = words.used(i) || !may ? null : at(words, i);
      if (code != null && (expected || announced || code.to() - code.from() > 3)) {
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

  /** {@code double u}, {@code uve doble}, {@code i griega}; {@code doble cuatro}. */
  private static Hit<String> twice(Words words, int i, boolean begin) {
    boolean w =
        words.is(i, "double", "doble") && words.is(i + 1, "u", "you", "uve", "ve", "v")
            || words.is(i, "uve", "ve", "v") && words.is(i + 1, "doble");
    if (w || words.is(i, "i") && words.is(i + 1, "griega")) {
      return begin ? new Hit<>(i, i + 2, w ? "w" : "y") : null;
    }
    Hit<Integer> digit =
        words.is(i, "double", "doble") ? Numbers.at(words, i + 1, Tongue.SPANISH) : null;
    return digit == null || digit.value() > 9
        ? null
        : new Hit<>(i, digit.to(), digit.value().toString() + digit.value());
  }

  /** {@code M de Madrid}, {@code T for tango}, {@code B as in Bob}. */
  private static boolean as(Words words, int i) {
    boolean asIn = words.is(i, "as") && words.is(i + 1, "in");
    int named = asIn ? i + 2 : i + 1;
    return (asIn || words.is(i, "de", "for", "como", "like"))
        && words.bare(named).length() > 2
        && (!LETTERS.containsKey(words.bare(named)) || words.is(i, "for"))
        && Numbers.at(words, named, Tongue.SPANISH) == null
        && !Numbers.digits(words.bare(named));
  }

  private static Hit<String> piece(Words words, int i, boolean begin) {
    if (words.used(i)) {
      return null;
    }
    String bare = words.bare(i);
    Hit<String> twice = twice(words, i, begin);
    if (twice != null) {
      return twice;
    }
    String letter =
        bare.length() == 1 && Character.isLetter(bare.charAt(0)) ? bare : LETTERS.get(bare);
    if (letter != null && begin && (bare.length() > 1 || as(words, i + 1))) {
      return new Hit<>(i, as(words, i + 1) ? i + (words.is(i + 1, "as") ? 4 : 3) : i + 1, letter);
    }
    boolean group = begin && bare.length() <= 3 && !Vocabulary.knows(bare);
    if (bare.length() == 1 || Numbers.digits(bare) || group) {
      return new Hit<>(i, i + 1, bare);
    }
    if (!begin && words.is(i, "oh", "o", "ou")) {
      return new Hit<>(i, i + 1, "0");
    }
    Hit<Integer> number = Numbers.at(words, i, Tongue.SPANISH);
    Hit<Integer> english = Numbers.at(words, i, Tongue.ENGLISH);
    number = number == null || english != null && english.to() > number.to() ? english : number;
    return number == null ? null : new Hit<>(i, number.to(), number.value().toString());
  }
}
