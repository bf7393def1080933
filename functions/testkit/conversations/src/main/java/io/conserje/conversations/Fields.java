package io.conserje.conversations;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One map of a scenario file. What it holds is asked for by name; a key nobody knows is a mistake
 * in the file.
 *
 * @param where for messages: the file's and the scenario's name, never what a guest says
 */
record Fields(Map<String, Object> values, String where) {

  @SuppressWarnings("unchecked")
  static Fields of(Object value, String where) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException(where + ": a list of keys and values is expected");
    }
    return new Fields(new LinkedHashMap<>((Map<String, Object>) map), where);
  }

  Fields only(String... known) {
    Set<String> unknown = new TreeSet<>(values.keySet());
    unknown.removeAll(Set.of(known));
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(where + ": unknown keys " + unknown);
    }
    return this;
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  Object get(String key) {
    return values.get(key);
  }

  /** Empty when absent. */
  String text(String key) {
    Object value = values.get(key);
    return value == null ? "" : value.toString();
  }

  String text(String key, String otherwise) {
    return has(key) ? text(key) : otherwise;
  }

  String needed(String key) {
    if (!has(key)) {
      throw new IllegalArgumentException(where + ": " + key + " is missing");
    }
    return text(key);
  }

  int number(String key, int otherwise) {
    return has(key) ? Integer.parseInt(text(key)) : otherwise;
  }

  LocalDate date(String key) {
    return LocalDate.parse(needed(key));
  }

  LocalTime time(String key) {
    return LocalTime.parse(needed(key));
  }

  Fields map(String key) {
    return of(values.getOrDefault(key, Map.of()), where);
  }

  /** Of a list, or of a single value; empty when absent. */
  List<Object> list(String key) {
    return listOf(values.get(key));
  }

  List<String> texts(String key) {
    return list(key).stream().map(String::valueOf).toList();
  }

  List<Fields> maps(String key) {
    return list(key).stream().map(value -> of(value, where)).toList();
  }

  @SuppressWarnings("unchecked")
  static List<Object> listOf(Object value) {
    return switch (value) {
      case null -> List.of();
      case List<?> list -> (List<Object>) list;
      default -> List.of(value);
    };
  }
}
