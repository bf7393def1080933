package io.conserje.infra;

import io.conserje.names.Variable;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.constructs.Node;

/**
 * Settings of docs/configuration.md that a person makes, as {@code -c NAME=value} or in cdk.json:
 * each function and task is given all of them and reads its own.
 */
record ChosenSettings(Map<String, String> values) {

  /** What anybody who may look at a function would read. */
  private static final Pattern SECRET = Pattern.compile(".*_(KEY|TOKEN|SECRET|PASSWORD)");

  /** The platform's own. */
  private static final List<String> OF_THE_PLATFORM = List.of("AWS_REGION", "ECS_AGENT_URI");

  static ChosenSettings of(Node node) {
    Map<String, String> values = new TreeMap<>();
    names()
        .forEach(name -> {
          Object value = node.tryGetContext(name);
          if (value != null) {
            values.put(name, checked(name, value));
          }
        });
    return new ChosenSettings(values);
  }

  private static Stream<String> names() {
    return Arrays.stream(Variable.class.getFields()).map(ChosenSettings::value);
  }

  private static String value(Field constant) {
    try {
      return (String) constant.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String checked(String name, Object value) {
    if (SECRET.matcher(name).matches()) {
      throw new IllegalArgumentException(
          name + " is a secret; put it into Secrets Manager, see docs/deploy.md.");
    }
    if (OF_THE_PLATFORM.contains(name)) {
      throw new IllegalArgumentException(name + " is set by AWS.");
    }
    if (value instanceof Map || value instanceof List) {
      throw new IllegalArgumentException(name + " must be a text, also where that text is JSON.");
    }
    return value.toString();
  }

  /**
   * @param known what the stack sets itself
   */
  Map<String, String> beside(Set<String> known) {
    values.keySet().stream()
        .filter(known::contains)
        .findFirst()
        .ifPresent(name -> {
          throw new IllegalArgumentException(
              name + " is set by the stack; docs/deploy.md says by which value.");
        });
    return values;
  }
}
