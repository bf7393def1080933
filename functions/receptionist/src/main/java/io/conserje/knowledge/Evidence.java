package io.conserje.knowledge;

import java.util.Set;

/**
 * What of a question is found in a topic. Words are counted from 0, as in {@link Question#words}.
 *
 * @param named the words of names of the topic that were said wholly
 * @param mentioned the words that stand anywhere in it
 * @param rank how much of it there is; compares topics of equal evidence
 */
public record Evidence(
    String topic,
    String language,
    String text,
    Set<Integer> named,
    Set<Integer> mentioned,
    double rank) {

  public Evidence {
    named = Set.copyOf(named);
    mentioned = Set.copyOf(mentioned);
  }
}
