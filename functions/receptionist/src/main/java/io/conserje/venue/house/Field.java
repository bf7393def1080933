package io.conserje.venue.house;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One value of a house file and where it stands. Whatever cannot be read is a {@link Problem}, and
 * reading goes on with a harmless stand-in, so that a file's problems are told together.
 */
final class Field {

  private static final Pattern LENGTH = Pattern.compile("(\\d{1,5})(m|h|d)");
  private static final int LONGEST_TEXT = 2_000;

  private final Object value;
  private final String path;
  private final Reading reading;

  Field(Object value, String path, Reading reading) {
    this.value = value;
    this.path = path;
    this.reading = reading;
  }

  String path() {
    return path;
  }

  boolean present() {
    return value != null;
  }

  void wrong(String reason) {
    reading.problems().add(new Problem(path, reason));
  }

  /**
   * Reads the map at this place; a key that is not among {@code known} is a setting nobody obeys.
   */
  Field only(String... known) {
    first(known);
    for (String key : read().keySet()) {
      if (!Arrays.asList(known).contains(key)) {
        at(key).wrong("is not known here; known are " + String.join(", ", known));
      }
    }
    return this;
  }

  /** In which order a person would write the keys here; others come after them. */
  Field first(String... keys) {
    reading.keys().put(path, List.of(keys));
    return this;
  }

  Field at(String key) {
    return new Field(read().get(key), path + "/" + key, reading);
  }

  /** The keys of the map at this place, in the file's order. */
  List<Field> entries() {
    return read().keySet().stream().map(this::at).toList();
  }

  String key() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  boolean isMap() {
    return value instanceof Map;
  }

  private Map<String, Object> read() {
    if (value == null) {
      return Map.of();
    }
    if (!(value instanceof Map<?, ?> map)) {
      if (reading.problems().stream().noneMatch(p -> p.path().equals(path))) {
        wrong("has to be a list of names and values");
      }
      return Map.of();
    }
    Map<String, Object> items = new LinkedHashMap<>();
    map.forEach((key, item) -> items.put(String.valueOf(key), item));
    return items;
  }

  /** The items of a list; nothing when it is absent. */
  List<Field> items() {
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> list)) {
      wrong("has to be a list");
      return List.of();
    }
    List<Field> items = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      items.add(new Field(list.get(i), path + "/" + i, reading));
    }
    return items;
  }

  String text() {
    String text = text("");
    if (text.isEmpty()) {
      wrong("is missing");
    }
    return text;
  }

  String text(String otherwise) {
    if (value == null) {
      return otherwise;
    }
    if (value instanceof Map || value instanceof List) {
      wrong("has to be a text");
      return otherwise;
    }
    String text = value.toString().strip();
    if (text.length() > LONGEST_TEXT) {
      wrong("is longer than " + LONGEST_TEXT + " characters");
    }
    return text;
  }

  List<String> texts() {
    return items().stream().map(Field::text).toList();
  }

  int number(int least, int most) {
    if (value == null) {
      wrong("is missing");
      return least;
    }
    return number(least, most, least);
  }

  int number(int least, int most, int otherwise) {
    if (value == null) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(value.toString().strip());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    wrong("has to be a whole number from " + least + " to " + most);
    return otherwise;
  }

  boolean yes(boolean otherwise) {
    if (value == null) {
      return otherwise;
    }
    if (value instanceof Boolean yes) {
      return yes;
    }
    wrong("has to be true or false");
    return otherwise;
  }

  /** A length of time as {@code 90m}, {@code 24h} or {@code 365d}. */
  Duration length(Duration otherwise) {
    if (value == null) {
      return otherwise;
    }
    Matcher length = LENGTH.matcher(value.toString().strip());
    if (!length.matches()) {
      wrong("has to be a length of time such as 90m, 24h or 365d");
      return otherwise;
    }
    long number = Long.parseLong(length.group(1));
    return switch (length.group(2)) {
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }

  LocalTime time() {
    return as(LocalTime::parse, LocalTime.MIDNIGHT, "a time such as \"20:30\", in quotes");
  }

  LocalDate date() {
    return as(LocalDate::parse, LocalDate.EPOCH, "a date such as \"2026-12-24\", in quotes");
  }

  <E extends Enum<E>> E choice(Class<E> type, E otherwise) {
    if (value == null) {
      return otherwise;
    }
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equalsIgnoreCase(value.toString())) {
        return constant;
      }
    }
    wrong("has to be one of " + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT));
    return otherwise;
  }

  /** What {@code reader} makes of the text; when it throws, the place has to be {@code what}. */
  <T> T as(Function<String, T> reader, T otherwise, String what) {
    if (value == null) {
      wrong("is missing: it has to be " + what);
      return otherwise;
    }
    try {
      return reader.apply(value.toString().strip());
    } catch (DateTimeException | IllegalArgumentException e) {
      wrong("has to be " + what);
      return otherwise;
    }
  }
}
