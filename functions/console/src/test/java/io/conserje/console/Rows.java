package io.conserje.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads what the API answered. */
final class Rows {

  private Rows() {}

  static List<Object> names(List<Map<String, Object>> rows) {
    return rows.stream().map(row -> row.get("name")).toList();
  }

  static List<Object> each(Map<String, Object> json, String name, String field) {
    List<Object> values = new ArrayList<>();
    list(json, name).forEach(row -> values.add(row.get(field)));
    return values;
  }

  @SuppressWarnings("unchecked")
  static List<Map<String, Object>> list(Map<String, Object> json, String name) {
    return (List<Map<String, Object>>) json.get(name);
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Map<String, Object> json, String name) {
    return (Map<String, Object>) json.get(name);
  }
}
