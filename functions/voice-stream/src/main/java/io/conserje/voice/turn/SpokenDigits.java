package io.conserje.voice.turn;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How many figures of a number were said, whether one by one, in pairs or in hundreds. */
final class SpokenDigits {

  private static final Map<String, Integer> LENGTHS = new HashMap<>();
  private static final Set<String> ONES =
      Words.set(
          """
          cero uno una un dos tres cuatro cinco seis siete ocho nueve
          zero oh o one two three four five six seven eight nine
          """);
  private static final Set<String> PAIRS =
      Words.set(
          """
          diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veintiuno
          veintiún veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho
          veintinueve ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
          """);

  /** A figure may follow that belongs to them. */
  private static final Set<String> TENS =
      Words.set(
          """
          veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa
          twenty thirty forty fifty sixty seventy eighty ninety
          """);

  /** Two figures may follow that belong to them. */
  private static final Set<String> HUNDREDS =
      Words.set(
          """
          cien ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos
          ochocientos novecientos
          """);

  static {
    ONES.forEach(word -> LENGTHS.put(word, 1));
    PAIRS.forEach(word -> LENGTHS.put(word, 2));
    TENS.forEach(word -> LENGTHS.put(word, 2));
    HUNDREDS.forEach(word -> LENGTHS.put(word, 3));
  }

  /** {@code seiscientos doce} may be the beginning of 612 or of 600 12. */
  private int apart;

  /** Of the run of figures that goes on to the end; and how it begins, as far as it is known. */
  private int count;

  private String beginning = "";
  private int room;
  private int times = 1;

  private SpokenDigits() {}

  /** Of the figures at the end of what was said; 0 where it ends otherwise. */
  static SpokenDigits atTheEndOf(List<String> words) {
    SpokenDigits digits = new SpokenDigits();
    words.forEach(digits::hear);
    return digits;
  }

  int count() {
    return count;
  }

  /** The same, if no hundreds were meant to be filled by what came after them. */
  int countApart() {
    return apart;
  }

  static boolean isFigure(String word) {
    return LENGTHS.containsKey(word) || word.chars().allMatch(Character::isDigit);
  }

  /** How many there must be: nine in Spain, more behind the code of a country. */
  int wanted() {
    if (beginning.startsWith("0034")) {
      return 13;
    }
    return beginning.startsWith("34") || beginning.startsWith("+34") ? 11 : 9;
  }

  private void hear(String word) {
    if (word.chars().allMatch(c -> Character.isDigit(c) || c == '+')) {
      add(word.replace("+", "").length(), word.replace("+", ""), 0);
    } else if (LENGTHS.containsKey(word)) {
      figures(word, LENGTHS.get(word));
    } else if (word.equals("doble") || word.equals("double")) {
      times = 2;
    } else if (word.equals("triple") || word.equals("treble")) {
      times = 3;
    } else if (!joins(word)) {
      count = 0;
      apart = 0;
      beginning = "";
      room = 0;
    }
  }

  private boolean joins(String word) {
    return count > 0 && (word.equals("y") || word.equals("and") || word.equals("hundred"))
        || word.equals("más")
        || word.equals("plus");
  }

  private void figures(String word, int length) {
    if (length <= room) {
      apart += room == 2 ? length : 0;
      beginning += beginning.length() < 4 ? figuresOf(word) : "";
      room = TENS.contains(word) ? 1 : 0;
    } else {
      add(
          times * length,
          figuresOf(word),
          TENS.contains(word) ? 1 : HUNDREDS.contains(word) ? 2 : 0);
    }
  }

  private void add(int more, String figures, int follow) {
    count += more;
    apart += more;
    beginning += beginning.length() < 4 ? figures : "";
    room = follow;
    times = 1;
  }

  /** Only as far as the code of a country is told by it. */
  private static String figuresOf(String word) {
    return switch (word) {
      case "cero", "zero", "oh", "o" -> "0";
      case "tres", "three" -> "3";
      case "cuatro", "four" -> "4";
      case "treinta", "thirty" -> "3";
      default -> "?";
    };
  }
}
