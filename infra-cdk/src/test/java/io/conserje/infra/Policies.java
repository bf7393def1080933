package io.conserje.infra;

import java.util.List;
import java.util.Map;

/** Reading policy documents. */
final class Policies {

  private Policies() {}

  static List<Map<String, Object>> statements(Object document) {
    return Resources.list(Resources.map(document).get("Statement")).stream()
        .map(Resources::map)
        .toList();
  }

  static List<String> actions(Map<String, Object> statement) {
    return Resources.list(statement.get("Action")).stream().map(Object::toString).toList();
  }
}
