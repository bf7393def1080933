package io.conserje.conversation.builtin;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/** Reads what tools return: JSON types, dates and times as text. */
final class Facts {

  private Facts() {}

  static String text(Map<String, Object> facts, String key) {
    Object value = facts.get(key);
    return value == null ? "" : value.toString();
  }

  static int number(Map<String, Object> facts, String key) {
    Object value = facts.get(key);
    return switch (value) {
      case Number number -> number.intValue();
      case String text when Numbers.digits(text) -> Integer.parseInt(text);
      case null, default -> 0;
    };
  }

  static LocalDateTime moment(Map<String, Object> facts) {
    return LocalDate.parse(text(facts, "date")).atTime(LocalTime.parse(text(facts, "time")));
  }

  /** Empty where it is absent. */
  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Map<String, Object> facts, String key) {
    return facts.get(key) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> of(Map<?, ?> map) {
    return (Map<String, Object>) map;
  }

  @SuppressWarnings("unchecked")
  static List<Map<String, Object>> list(Map<String, Object> facts, String key) {
    return facts.get(key) instanceof List<?> list ? (List<Map<String, Object>>) list : List.of();
  }
}
