package io.conserje.conversations;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says what the scenario has under what the house asks for. */
record WrittenGuest(Map<String, String> answers) implements Guest {

  @Override
  public List<List<String>> opening() {
    return List.of();
  }

  @Override
  public Optional<List<String>> answer(String houseSaid) {
    List<String> asked = Asked.of(houseSaid);
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    Set<String> said = new LinkedHashSet<>();
    asked.stream().filter(answers::containsKey).map(answers::get).forEach(said::add);
    if (said.isEmpty() && answers.containsKey("else")) {
      said.add(answers.get("else"));
    }
    return said.isEmpty() ? Optional.empty() : Optional.of(List.of(String.join(", ", said)));
  }
}
