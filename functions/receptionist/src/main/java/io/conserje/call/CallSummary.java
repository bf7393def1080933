package io.conserje.call;

import io.conserje.conversation.ToolResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What came of a call, for the house: said from the results of its tools and from nothing else, so
 * that it never tells of a booking that is not in the book.
 *
 * @param text a few sentences
 * @param outcome the same for programs
 */
public record CallSummary(String text, Map<String, Object> outcome) {

  /** What was done, by the status of the tool that did it. */
  private static final Map<String, String> DONE =
      Map.ofEntries(
          Map.entry("create_reservation", "A table was booked"),
          Map.entry("confirm_reservation", "A table was confirmed"),
          Map.entry("change_reservation", "The booking of a table was changed"),
          Map.entry("cancel_reservation", "A table was cancelled"),
          Map.entry("join_waitlist", "The guest waits for a table"),
          Map.entry("leave_waitlist", "The guest does not wait any more"),
          Map.entry("hold_stay", "A room was held"),
          Map.entry("create_stay", "A room was booked"),
          Map.entry("confirm_stay", "A room was confirmed"),
          Map.entry("change_stay", "The booking of a room was changed"),
          Map.entry("late_check_out", "A late check-out was booked"),
          Map.entry("early_check_in", "An early check-in was booked"),
          Map.entry("cancel_stay", "A room was cancelled"),
          Map.entry("hand_to_person", "A person was asked for"),
          Map.entry("take_message", "A message was taken"));

  private static final Set<String> NOTHING =
      Set.of("refused", "none", "name_needed", "unknown", "null");

  /** In the order in which they are said. */
  private static final List<String> FACTS =
      List.of(
          "reference",
          "date",
          "time",
          "arrival",
          "departure",
          "party_size",
          "adults",
          "children",
          "name",
          "position",
          "reason");

  public CallSummary {
    outcome = Map.copyOf(outcome);
  }

  /**
   * @param results in the order in which they came
   * @param said how often the guest spoke
   */
  public static CallSummary of(List<ToolResult> results, int said) {
    List<ToolResult> done = results.stream().filter(CallSummary::isDone).toList();
    Map<String, Object> outcome = new LinkedHashMap<>();
    outcome.put("actions", done.stream().map(CallSummary::action).toList());
    outcome.put("refused", refused(results));
    outcome.put("topics", topics(results));
    outcome.put("to_person", done.stream().anyMatch(one -> one.name().equals("hand_to_person")));
    outcome.put("guest_spoke", said);
    return new CallSummary(text(done, outcome, said), outcome);
  }

  private static boolean isDone(ToolResult result) {
    return DONE.containsKey(result.name()) && !NOTHING.contains(result.status());
  }

  private static Map<String, Object> action(ToolResult result) {
    Map<String, Object> action = new LinkedHashMap<>();
    action.put("tool", result.name());
    action.put("status", result.status());
    FACTS.stream()
        .filter(fact -> result.content().get(fact) != null)
        .forEach(fact -> action.put(fact, result.content().get(fact)));
    return action;
  }

  private static List<Map<String, Object>> refused(List<ToolResult> results) {
    return results.stream()
        .filter(result -> result.status().equals("refused"))
        .map(CallSummary::action)
        .toList();
  }

  private static List<String> topics(List<ToolResult> results) {
    return results.stream()
        .filter(result -> result.name().equals("get_house_info"))
        .flatMap(result ->
            result.content().get("topics") instanceof List<?> topics
                ? topics.stream()
                : Stream.of())
        .flatMap(
            topic -> topic instanceof Map<?, ?> one ? Stream.of(one.get("topic")) : Stream.of())
        .map(String::valueOf)
        .distinct()
        .toList();
  }

  private static String text(List<ToolResult> done, Map<String, Object> outcome, int said) {
    List<String> sentences = new ArrayList<>();
    done.forEach(result -> sentences.add(sentence(result)));
    if (outcome.get("topics") instanceof List<?> topics && !topics.isEmpty()) {
      sentences.add("The guest was told about: " + joined(topics) + ".");
    }
    if (done.isEmpty()) {
      sentences.add(
          said == 0
              ? "The guest said nothing."
              : "Nothing was booked, changed or left to a person.");
    }
    if (outcome.get("refused") instanceof List<?> refused && !refused.isEmpty()) {
      sentences.add(
          "Not possible: " + joined(refused.stream().map(CallSummary::why).toList()) + ".");
    }
    return String.join(" ", sentences);
  }

  private static String sentence(ToolResult result) {
    String facts =
        FACTS.stream()
            .filter(fact -> result.content().get(fact) != null)
            .map(fact -> fact.replace('_', ' ') + " " + result.content().get(fact))
            .collect(Collectors.joining(", "));
    return DONE.get(result.name()) + (facts.isEmpty() ? "" : " (" + facts + ")") + ".";
  }

  private static String why(Object refused) {
    Map<?, ?> one = (Map<?, ?>) refused;
    Object reason = one.get("reason");
    return one.get("tool").toString().replace('_', ' ')
        + (reason == null ? "" : " (" + reason + ")");
  }

  private static String joined(List<?> words) {
    return words.stream().map(String::valueOf).distinct().collect(Collectors.joining(", "));
  }
}
