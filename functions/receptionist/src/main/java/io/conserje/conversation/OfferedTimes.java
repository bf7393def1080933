package io.conserje.conversation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The hours a tool has just offered in place of the one asked for, as far as the words for the
 * guest name them: what may be answered with one touch where a model has not said so itself.
 */
final class OfferedTimes {

  private OfferedTimes() {}

  /** Empty unless all lie on one day, so that the hour alone tells them apart. */
  static List<String> in(Turn turn, String text) {
    if (turn.steps().isEmpty()) {
      return List.of();
    }
    List<Map<?, ?>> offered =
        turn.steps().getLast().results().stream()
            .flatMap(OfferedTimes::alternatives)
            .filter(one -> one.get("time") instanceof String time && text.contains(time))
            .toList();
    boolean oneDay =
        offered.stream().map(one -> Objects.toString(one.get("date"))).distinct().count() == 1;
    return oneDay
        ? offered.stream().map(one -> (String) one.get("time")).distinct().toList()
        : List.of();
  }

  private static Stream<Map<?, ?>> alternatives(ToolResult result) {
    return result.content().get("alternatives") instanceof List<?> list
        ? list.stream().filter(one -> one instanceof Map<?, ?>).map(one -> (Map<?, ?>) one)
        : Stream.empty();
  }
}
