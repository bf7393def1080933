package io.conserje.knowledge.tools;

import io.conserje.knowledge.KnownTopic;
import io.conserje.knowledge.Question;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * One look into what a house knows. Mostly the first question is answered, and it is asked by
 * itself; when more has to be asked, all that may still be wanted is asked at once, and nothing
 * twice.
 */
final class Look {

  /** Asks the house. */
  interface Source {
    Map<Question, List<KnownTopic>> find(Collection<Question> questions);
  }

  private final String language;
  private final Source source;
  private final Function<Look, ?> search;
  private final Map<Question, List<KnownTopic>> found = new HashMap<>();

  /**
   * @param search what is done with this look; it asks for most where nothing is ever found
   */
  Look(String language, Source source, Function<Look, ?> search) {
    this.language = language;
    this.source = source;
    this.search = search;
  }

  String language() {
    return language;
  }

  /** None for words that say nothing. */
  List<KnownTopic> find(String said) {
    Question question = Question.of(said);
    if (question.words().isEmpty()) {
      return List.of();
    }
    if (!found.containsKey(question)) {
      found.putAll(source.find(found.isEmpty() ? Set.of(question) : wanted(question)));
    }
    return found.get(question);
  }

  private Set<Question> wanted(Question question) {
    Set<Question> wanted = new LinkedHashSet<>(Set.of(question));
    wanted.addAll(ofFruitlessSearch());
    wanted.removeAll(found.keySet());
    return wanted;
  }

  private Set<Question> ofFruitlessSearch() {
    Map<Question, List<KnownTopic>> nothing = new LinkedHashMap<>();
    Look fruitless =
        new Look(
            language,
            asked -> {
              asked.forEach(question -> nothing.put(question, List.of()));
              return nothing;
            },
            look -> null);
    search.apply(fruitless);
    return nothing.keySet();
  }
}
