package io.conserje.infra;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awscdk.assertions.Template;

/** Reading a template as maps: what assertions on "all of a kind" need. */
final class Resources {

  private Resources() {}

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Object value) {
    return value == null ? Map.of() : (Map<String, Object>) value;
  }

  static List<?> list(Object value) {
    return switch (value) {
      case null -> List.of();
      case List<?> several -> several;
      default -> List.of(value);
    };
  }

  /** Logical id to properties of every resource of a type. */
  static Map<String, Map<String, Object>> ofType(Template template, String type) {
    return template.findResources(type).entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry -> map(entry.getValue().get("Properties")),
                (one, other) -> one,
                TreeMap::new));
  }

  /** The functions written in Java; the CDK's own, which calls the migration, is not ours. */
  static Map<String, Map<String, Object>> functions(Template template) {
    Map<String, Map<String, Object>> functions = ofType(template, "AWS::Lambda::Function");
    functions.values().removeIf(function -> !"java25".equals(function.get("Runtime")));
    return functions;
  }

  /**
   * The logical id that a reference ends at, however deep in joins and splits; a text itself
   * otherwise.
   */
  static String target(Object reference) {
    return switch (reference) {
      case Map<?, ?> map when map.containsKey("Ref") -> map.get("Ref").toString();
      case Map<?, ?> map when map.containsKey("Fn::GetAtt") ->
          list(map.get("Fn::GetAtt")).getFirst().toString();
      case Map<?, ?> map -> target(list(map.values().iterator().next()));
      case List<?> parts ->
          parts.stream()
              .filter(part -> part instanceof Map || part instanceof List)
              .map(Resources::target)
              .findFirst()
              .orElse(parts.toString());
      default -> String.valueOf(reference);
    };
  }
}
