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
 * One look into what a house knows. Mostly what each sentence asks is answered at once, and these
 * questions are asked together; when more has to be asked, all that may still be wanted is asked at
 * once, and nothing twice.
 */
final class Look {

  /** Asks the house. */
  interface Source {
    Map<Question, List<KnownTopic>> find(Collection<Question> questions);
  }

  private static final List<KnownTopic> ANSWERED = List.of(new KnownTopic("", "", "", 1));

  private final String language;
  private final Source source;
  private final Function<Look, ?> search;
  private final Map<Question, List<KnownTopic>> found = new HashMap<>();

  /**
   * @param search what is done with this look; it asks for least where everything is found, and for
   *     most where nothing is
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
      found.putAll(source.find(wanted(question)));
    }
    return found.get(question);
  }

  private Set<Question> wanted(Question question) {
    Set<Question> wanted = new LinkedHashSet<>(Set.of(question));
    wanted.addAll(askedFor(found.isEmpty() ? ANSWERED : List.of()));
    wanted.removeAll(found.keySet());
    return wanted;
  }

  /** What the search asks where this is always the answer. */
  private Set<Question> askedFor(List<KnownTopic> answer) {
    Map<Question, List<KnownTopic>> asked = new LinkedHashMap<>();
    Source always =
        questions -> {
          questions.forEach(question -> asked.put(question, answer));
          return asked;
        };
    search.apply(new Look(language, always, look -> null));
    return asked.keySet();
  }
}
