package io.conserje.knowledge;

/**
 * A topic that answers a question, as the house wrote it.
 *
 * @param language of the text, as an IETF tag; not the guest's where the house has it in another
 *     language only
 * @param score how surely it is what was asked for, above 0, at most 1
 */
public record KnownTopic(String topic, String language, String text, double score) {

  /**
   * @param tongue two letters
   */
  public boolean isIn(String tongue) {
    return language.startsWith(tongue);
  }
}
