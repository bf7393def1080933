package io.conserje.testkit.fuzz;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * JSON as RFC 8259 has it, written apart from every parser in use. It gives up where readers may
 * differ: names that come twice or have half a character, numbers and depths beyond measure. What
 * it reads, everybody must.
 */
public final class StrictJson {

  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9]\\d{0,17})(\\.\\d{1,18})?([eE][+-]?\\d{1,2})?");
  private static final Map<String, Optional<Object>> WORDS =
      Map.of("true", Optional.of(true), "false", Optional.of(false), "null", Optional.empty());
  private static final String ESCAPES = "\"\"\\\\//b\bf\fn\nr\rt\t";
  private static final int DEEPEST = 60;
  private static final int LONGEST_NAME = 10_000;

  private final String json;
  private int at;

  private StrictJson(String json) {
    this.json = json;
  }

  /** Empty for what is no object, or not read alike by everybody. */
  @SuppressWarnings("unchecked")
  public static Optional<Map<String, Object>> object(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      StrictJson reader = new StrictJson(text);
      Object value = reader.value(0);
      reader.space();
      return value instanceof Map && reader.at == text.length()
          ? Optional.of((Map<String, Object>) value)
          : Optional.empty();
    } catch (CharacterCodingException | IndexOutOfBoundsException | NotStrict e) {
      return Optional.empty();
    }
  }

  /** An object within; empty where there is none. */
  @SuppressWarnings("unchecked")
  public static Map<String, Object> at(Map<String, Object> all, String name) {
    return all.get(name) instanceof Map ? (Map<String, Object>) all.get(name) : Map.of();
  }

  private static final class NotStrict extends RuntimeException {}

  private Object value(int depth) {
    space();
    return switch (json.charAt(at)) {
      case '{' -> members(depth);
      case '[' -> items(depth);
      case '"' -> text();
      default -> word();
    };
  }

  private Map<String, Object> members(int depth) {
    Map<String, Object> all = new LinkedHashMap<>();
    for (boolean more = begins('}', depth); more; more = goesOn('}')) {
      space();
      String name = text();
      space();
      need(json.charAt(at++) == ':' && isName(name) && !all.containsKey(name));
      all.put(name, value(depth + 1));
    }
    return all;
  }

  private static boolean isName(String name) {
    return name.length() <= LONGEST_NAME
        && name.codePoints()
            .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }

  private List<Object> items(int depth) {
    List<Object> all = new ArrayList<>();
    for (boolean more = begins(']', depth); more; more = goesOn(']')) {
      all.add(value(depth + 1));
    }
    return all;
  }

  private boolean begins(char end, int depth) {
    need(depth < DEEPEST);
    at++;
    space();
    boolean nothing = json.charAt(at) == end;
    at += nothing ? 1 : 0;
    return !nothing;
  }

  private boolean goesOn(char end) {
    space();
    char next = json.charAt(at++);
    need(next == ',' || next == end);
    return next == ',';
  }

  private String text() {
    need(json.charAt(at++) == '"');
    StringBuilder text = new StringBuilder();
    for (char c = json.charAt(at++); c != '"'; c = json.charAt(at++)) {
      need(c >= ' ');
      text.append(c == '\\' ? escaped() : c);
    }
    return text.toString();
  }

  private char escaped() {
    char kind = json.charAt(at++);
    if (kind == 'u') {
      String digits = json.substring(at, at += 4);
      need(digits.matches("[0-9A-Fa-f]{4}"));
      return (char) Integer.parseInt(digits, 16);
    }
    for (int i = 0; i < ESCAPES.length(); i += 2) {
      if (ESCAPES.charAt(i) == kind) {
        return ESCAPES.charAt(i + 1);
      }
    }
    throw new NotStrict();
  }

  private Object word() {
    for (Map.Entry<String, Optional<Object>> word : WORDS.entrySet()) {
      if (json.startsWith(word.getKey(), at)) {
        at += word.getKey().length();
        return word.getValue().orElse(null);
      }
    }
    Matcher number = NUMBER.matcher(json).region(at, json.length());
    need(number.lookingAt());
    at = number.end();
    return new BigDecimal(number.group());
  }

  private void space() {
    while (at < json.length() && " \t\r\n".indexOf(json.charAt(at)) >= 0) {
      at++;
    }
  }

  private static void need(boolean so) {
    if (!so) {
      throw new NotStrict();
    }
  }
}
