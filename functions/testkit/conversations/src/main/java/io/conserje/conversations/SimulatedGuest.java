package io.conserje.conversations;

import io.conserje.conversations.Scenario.Says;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * A small guest with a goal and a temper. The same seed always says the same; another seed finds
 * other words, another order and other slips.
 */
final class SimulatedGuest implements Guest {

  private final Random random;
  private final GoalWords words;
  private final String temper;
  private final String name;
  private final Set<String> told = new HashSet<>();
  private boolean changedMind;
  private boolean wentBack;
  private boolean confirmed;

  SimulatedGuest(Scenario scenario, int seed) {
    this.random = new Random(31L * scenario.title().hashCode() + seed);
    this.words = new GoalWords(scenario.goal(), scenario.spanish(), random);
    this.temper = scenario.temper();
    this.name = scenario.goal().text("name");
  }

  @Override
  public List<Says> opening() {
    List<String> first =
        switch (temper) {
          case "bit_by_bit" -> {
            String one = pick(words.essentials());
            told.add(one);
            yield List.of(words.greeting(), words.wish(Set.of(one)));
          }
          case "chatty" -> {
            Set<String> some = new HashSet<>(words.essentials());
            told.addAll(some);
            yield List.of(words.chatter(), words.wish(some));
          }
          default -> {
            Set<String> all = new HashSet<>(words.essentials());
            all.add("name");
            told.addAll(all);
            yield List.of(words.wish(all));
          }
        };
    return List.of(spoken(first));
  }

  @Override
  public Optional<Says> answer(String houseSaid) {
    List<String> asked = Asked.of(houseSaid);
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    if (asked.contains("confirm") || asked.contains("offer") || asked.contains("which")) {
      return Optional.of(spoken(decide(asked)));
    }
    List<String> parts = new ArrayList<>();
    for (String key : asked) {
      String part = words.of(key);
      if (part != null && (parts.isEmpty() || !temper.equals("bit_by_bit"))) {
        parts.add(part);
        told.add(key);
      }
    }
    if (!parts.isEmpty()) {
      return Optional.of(spoken(List.of(String.join(", ", parts))));
    }
    return confirmed ? Optional.empty() : Optional.of(spoken(List.of(words.nothingMore())));
  }

  /** The undecided change their mind once, when asked to say yes, and then go back. */
  private List<String> decide(List<String> asked) {
    if (temper.equals("undecided") && asked.contains("confirm")) {
      if (!changedMind) {
        changedMind = true;
        return List.of(words.secondThought());
      }
      if (!wentBack) {
        wentBack = true;
        return List.of(words.afterAll());
      }
    }
    if (asked.contains("offer")) {
      return List.of(words.insist());
    }
    confirmed = true;
    List<String> yes = new ArrayList<>(List.of(words.yes()));
    asked.stream().filter(List.of("name", "phone")::contains).map(words::of).forEach(yes::add);
    return List.of(String.join(", ", yes));
  }

  private Says spoken(List<String> messages) {
    return new Says(
        temper.equals("sloppy")
            ? messages.stream().map(text -> Slips.in(text, name, random)).toList()
            : messages,
        List.of(),
        List.of());
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
