package io.conserje.conversations;

import io.conserje.conversations.Scenario.Says;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says what the scenario has under what the house asks for. */
record WrittenGuest(Map<String, String> answers) implements Guest {

  @Override
  public List<Says> opening() {
    return List.of();
  }

  /** Where a question may be put in two ways. */
  private static final Map<String, String> ALSO =
      Map.of("date", "arrival", "arrival", "date", "nights", "departure", "departure", "nights");

  @Override
  public Optional<Says> answer(String houseSaid) {
    List<String> asked = Asked.of(houseSaid);
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    Set<String> said = new LinkedHashSet<>();
    for (String key : asked) {
      String answer = answers.getOrDefault(key, answers.get(ALSO.getOrDefault(key, key)));
      if (answer != null) {
        said.add(answer);
      }
      if (answer != null && Asked.CHOICES.contains(key)) {
        break;
      }
    }
    if (said.isEmpty() && answers.containsKey("else")) {
      said.add(answers.get("else"));
    }
    return said.isEmpty() ? Optional.empty() : Optional.of(Says.of(String.join(", ", said)));
  }
}
