package io.conserje.knowledge.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.knowledge.KnownTopic;
import io.conserje.knowledge.Question;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A house is asked as seldom as may be. */
class LookTest {

  private final List<Set<String>> searches = new ArrayList<>();

  /** Asks of two things, and of the first in other words where it is not known by those. */
  private static final Function<Look, List<KnownTopic>> TWO_SENTENCES =
      look -> {
        List<KnownTopic> dog = look.find("perrito");
        List<KnownTopic> all = new ArrayList<>(dog.isEmpty() ? look.find("mascotas") : dog);
        all.addAll(look.find("garaje"));
        return all;
      };

  @Test
  void allSentencesAreAskedAtOnce() {
    assertEquals(2, TWO_SENTENCES.apply(look("perrito", "garaje")).size());
    assertEquals(List.of(Set.of("perrito", "garaje")), searches);
  }

  @Test
  void whatIsNotFoundIsAskedOnceMore() {
    assertEquals(2, TWO_SENTENCES.apply(look("mascotas", "garaje")).size());
    assertEquals(List.of(Set.of("perrito", "garaje"), Set.of("mascotas")), searches);
  }

  private Look look(String... known) {
    return new Look(
        "es",
        questions -> {
          searches.add(questions.stream().map(Question::plain).collect(Collectors.toSet()));
          Map<Question, List<KnownTopic>> found = new HashMap<>();
          questions.forEach(question ->
              found.put(
                  question,
                  List.of(known).contains(question.plain())
                      ? List.of(new KnownTopic(question.plain(), "es", "", 1))
                      : List.of()));
          return found;
        },
        TWO_SENTENCES);
  }
}
