package io.conserje.knowledge;

import java.util.Set;

/**
 * What of a question is not covered by what was found. A word that belongs to a name makes it
 * something else: the "menu of Christmas", "cooking classes". One that stands further off asks for
 * more about the same: "has the terrace got heating".
 */
final class Remainder {

  private static final Set<String> ARTICLES =
      Set.of("el", "la", "los", "las", "un", "una", "the", "a", "an");

  private static final Set<String> LINKS =
      Set.of(
          "de", "del", "para", "sin", "con", "por", "en", "al", "a", "el", "la", "los", "las", "un",
          "una", "y", "e", "o", "of", "for", "with", "without", "in", "on", "at", "the", "an",
          "and", "or", "free");

  /** Days on which nothing is as usual. */
  private static final Set<String> FEASTS =
      Set.of(
          "navidad",
          "navidades",
          "nochebuena",
          "nochevieja",
          "reyes",
          "pascua",
          "halloween",
          "valentin",
          "boda",
          "bodas",
          "comunion",
          "christmas",
          "xmas",
          "eve",
          "easter",
          "valentine",
          "valentines",
          "wedding",
          "weddings");

  private static final double ATTACHED = 1;
  private static final double LOOSE = 0.5;

  private final Question question;
  private final Set<Integer> covered;

  Remainder(Question question, Set<Integer> covered) {
    this.question = question;
    this.covered = covered;
  }

  /** The share of the question that is covered, from 0 to 1. */
  double share() {
    double found = 0;
    double left = 0;
    for (int word : question.subject()) {
      if (covered.contains(word)) {
        found++;
      } else {
        left += belongs(word) ? ATTACHED : LOOSE;
      }
    }
    return found + left == 0 ? 1 : found / (found + left);
  }

  private boolean belongs(int word) {
    return FEASTS.contains(question.words().get(word)) || follows(word) || leads(word);
  }

  private boolean follows(int word) {
    int before = word - 1;
    while (before >= 0 && joins(before)) {
      before--;
    }
    return covered.contains(before);
  }

  /** But for an article alone, with which something new begins. */
  private boolean leads(int word) {
    int after = word + 1;
    boolean onlyArticles = true;
    while (after < question.words().size() && joins(after)) {
      onlyArticles &= ARTICLES.contains(question.words().get(after));
      after++;
    }
    return covered.contains(after) && (after == word + 1 || !onlyArticles);
  }

  private boolean joins(int word) {
    return !covered.contains(word)
        && (question.tells(word) || LINKS.contains(question.words().get(word)));
  }
}
