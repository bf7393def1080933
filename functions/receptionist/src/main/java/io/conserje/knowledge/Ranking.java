package io.conserje.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Decides whether what was found answers the question. A topic counts when one of its names was
 * said wholly, or when its text has everything that was asked for; and when little of the question
 * is left over, because "menu" does not answer for the "menu of Christmas Eve".
 */
public final class Ranking {

  /** The share of the question that has to be found before anything is claimed to be known. */
  static final double THRESHOLD = 0.6;

  /** What a topic's text says in passing is worth less than its name. */
  private static final double IN_PASSING = 0.7;

  private static final int MOST_TOPICS = 3;

  private static final Comparator<Evidence> BEST_FIRST =
      Comparator.<Evidence>comparingInt(e -> e.named().size())
          .thenComparingInt(e -> e.mentioned().size())
          .thenComparingDouble(Evidence::rank)
          .reversed();

  private final Question question;
  private final Set<Integer> subject;

  private Ranking(Question question) {
    this.question = question;
    this.subject = Set.copyOf(question.subject());
  }

  /** The topics that answer, the best first; those in {@code language} before all others. */
  public static List<KnownTopic> of(Question question, List<Evidence> found, String language) {
    Ranking ranking = new Ranking(question);
    List<Evidence> own = found.stream().filter(e -> sameLanguage(e.language(), language)).toList();
    List<KnownTopic> known = ranking.answers(own);
    return known.isEmpty()
        ? ranking.answers(found.stream().filter(e -> !own.contains(e)).toList())
        : known;
  }

  private static boolean sameLanguage(String one, String other) {
    return Locale.forLanguageTag(one)
        .getLanguage()
        .equals(Locale.forLanguageTag(other).getLanguage());
  }

  private List<KnownTopic> answers(List<Evidence> found) {
    List<KnownTopic> named = named(found);
    return named.isEmpty() ? inPassing(found) : named;
  }

  /** Several when several things were asked for: each has to be named by words of its own. */
  private List<KnownTopic> named(List<Evidence> found) {
    List<Evidence> picked = new ArrayList<>();
    Set<Integer> covered = new HashSet<>();
    for (Evidence next : found.stream().sorted(BEST_FIRST).toList()) {
      if (picked.size() < MOST_TOPICS && adds(next, covered)) {
        picked.add(next);
        covered.addAll(next.named());
        covered.addAll(next.mentioned());
      }
    }
    double share = picked.isEmpty() ? 0 : new Remainder(question, covered).share();
    return share < THRESHOLD ? List.of() : picked.stream().map(e -> known(e, share)).toList();
  }

  /** A name of nothing but small talk counts where nothing else was said. */
  private boolean adds(Evidence next, Set<Integer> covered) {
    return next.named().stream()
        .filter(word -> subject.isEmpty() || subject.contains(word))
        .anyMatch(word -> !covered.contains(word));
  }

  private List<KnownTopic> inPassing(List<Evidence> found) {
    return found.stream()
        .filter(e -> subject.size() > 1 && e.mentioned().containsAll(subject))
        .sorted(BEST_FIRST)
        .limit(1)
        .map(e -> known(e, IN_PASSING))
        .toList();
  }

  private static KnownTopic known(Evidence evidence, double score) {
    return new KnownTopic(evidence.topic(), evidence.language(), evidence.text(), score);
  }
}
