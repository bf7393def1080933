package io.conserje.venue.house;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What reading one file has come upon so far.
 *
 * @param keys the keys that each place may have, in the order in which a person would write them
 */
record Reading(List<Problem> problems, Map<String, List<String>> keys) {

  Reading() {
    this(new ArrayList<>(), new HashMap<>());
  }

  Map<String, Object> inOrder(Map<String, Object> document) {
    return map(document, "");
  }

  private Object inOrder(Object value, String path) {
    return switch (value) {
      case Map<?, ?> map -> map(map, path);
      case List<?> list -> list(list, path);
      default -> value;
    };
  }

  private Map<String, Object> map(Map<?, ?> map, String path) {
    Map<String, Object> ordered = new LinkedHashMap<>();
    for (String key : keys.getOrDefault(path, List.of())) {
      put(ordered, key, map.get(key), path);
    }
    map.forEach((key, value) -> put(ordered, String.valueOf(key), value, path));
    return ordered;
  }

  private void put(Map<String, Object> ordered, String key, Object value, String path) {
    if (value != null) {
      ordered.putIfAbsent(key, inOrder(value, path + "/" + key));
    }
  }

  private List<Object> list(List<?> list, String path) {
    List<Object> ordered = new ArrayList<>();
    for (Object item : list) {
      ordered.add(item == null ? null : inOrder(item, path + "/" + ordered.size()));
    }
    return ordered;
  }
}
