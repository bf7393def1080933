package io.conserje.testkit.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** JSON with one thing in it that the provider never said would be so. */
final class JsonChanges {

  private JsonChanges() {}

  /** The same text where no value is found in it. */
  static String change(String json, Random random) {
    List<Spot> spots = spots(json);
    if (spots.isEmpty()) {
      return json;
    }
    Spot spot = OddValues.one(spots, random);
    String value = json.substring(spot.value(), spot.end());
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> spot.value(json, OddValues.json(random));
      case 3 -> spot.name(json, otherName(spot.nameIn(json), random));
      case 4 -> json.substring(0, spot.start()) + json.substring(afterComma(json, spot.end()));
      case 5 -> json.substring(0, spot.end()) + "," + json.substring(spot.start());
      case 6 -> spot.value(json, "[" + value + "," + value + "]");
      case 7 -> spot.value(json, "{\"" + random.nextInt(9) + "\":" + value + "}");
      case 8 -> spot.value(json, OddValues.quoted(value));
      default -> exchanged(json, spot, OddValues.one(spots, random));
    };
  }

  private static String otherName(String name, Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> name.toUpperCase(java.util.Locale.ROOT);
      case 1 -> name + " ";
      case 2 -> "";
      case 3 -> OddValues.text(random);
      default -> name.isEmpty() ? "type" : name.substring(1);
    };
  }

  private static String exchanged(String json, Spot one, Spot other) {
    Spot first = one.start() < other.start() ? one : other;
    Spot second = first == one ? other : one;
    if (first.end() > second.start()) {
      return json;
    }
    return json.substring(0, first.value())
        + json.substring(second.value(), second.end())
        + json.substring(first.end(), second.value())
        + json.substring(first.value(), first.end())
        + json.substring(second.end());
  }

  private static int afterComma(String json, int end) {
    int next = end;
    while (next < json.length() && Character.isWhitespace(json.charAt(next))) {
      next++;
    }
    return next < json.length() && json.charAt(next) == ',' ? next + 1 : end;
  }

  /**
   * Where a value stands.
   *
   * @param start of its name, or of itself where it has none
   */
  private record Spot(int start, int value, int end) {

    String value(String json, String other) {
      return json.substring(0, value) + other + json.substring(end);
    }

    String nameIn(String json) {
      return start == value ? "" : json.substring(start + 1, json.indexOf('"', start + 1));
    }

    String name(String json, String other) {
      return start == value
          ? json
          : json.substring(0, start)
              + OddValues.quoted(other)
              + ":"
              + json.substring(value, json.length());
    }
  }

  private static List<Spot> spots(String json) {
    List<Spot> spots = new ArrayList<>();
    try {
      new Reader(json, spots).value(0);
      return spots;
    } catch (IndexOutOfBoundsException broken) {
      return spots;
    }
  }

  /** Reads what is JSON or nearly so; gives up with an exception where it is not. */
  private record Reader(String json, List<Spot> spots) {

    private static final int DEEP_ENOUGH = 60;

    int value(int from) {
      return value(from, from, 0);
    }

    private int value(int named, int from, int depth) {
      int start = pastSpace(from);
      if (depth > DEEP_ENOUGH) {
        throw new IndexOutOfBoundsException();
      }
      int end =
          switch (json.charAt(start)) {
            case '{' -> inside(start, true, depth);
            case '[' -> inside(start, false, depth);
            case '"' -> text(start);
            default -> word(start);
          };
      spots.add(new Spot(named == from ? start : named, start, end));
      return end;
    }

    private int inside(int start, boolean named, int depth) {
      int at = pastSpace(start + 1);
      while (json.charAt(at) != '}' && json.charAt(at) != ']') {
        int name = at;
        if (named) {
          at = pastSpace(text(at)) + 1;
        }
        at = pastSpace(value(name, at, depth + 1));
        if (json.charAt(at) == ',') {
          at = pastSpace(at + 1);
        }
      }
      return at + 1;
    }

    private int text(int start) {
      int at = start + 1;
      while (json.charAt(at) != '"') {
        at += json.charAt(at) == '\\' ? 2 : 1;
      }
      return at + 1;
    }

    private int word(int start) {
      int at = start + 1;
      while (at < json.length() && ",]} \n\r\t".indexOf(json.charAt(at)) < 0) {
        at++;
      }
      return at;
    }

    private int pastSpace(int from) {
      int at = from;
      while (Character.isWhitespace(json.charAt(at))) {
        at++;
      }
      return at;
    }
  }
}
