package io.conserje.conversation.builtin;

import io.conserje.conversation.builtin.DateWords.Day;
import io.conserje.conversation.builtin.PartyWords.Party;
import java.util.HashSet;
import java.util.Set;

/**
 * What one message says. Whatever it does not say is null.
 *
 * @param name as it is to be written in the book
 * @param zone {@code terrace}, {@code inside}, or empty for "not there"
 * @param choice see {@link Choice}
 * @param media whether it came without words: a picture, a voice note
 * @param question whether it asks something
 */
record Understanding(
    Tongue tongue,
    Day day,
    TimeWish time,
    PartOfDay part,
    Party party,
    String name,
    String zone,
    String notes,
    String reference,
    YesNo answer,
    int choice,
    Set<Topic> topics,
    boolean media,
    boolean question) {

  boolean about(Topic topic) {
    return topics.contains(topic);
  }

  boolean wishes() {
    return day != null
        || time != null
        || part != null
        || party != null
        || zone != null
        || notes != null;
  }

  boolean nothing() {
    return !wishes()
        && name == null
        && reference == null
        && answer == YesNo.NEITHER
        && choice == Choice.NONE
        && topics.isEmpty();
  }

  /** For words that answer a question the guest has not seen. */
  Understanding withoutAnswer() {
    return withAnswer(YesNo.NEITHER);
  }

  Understanding withAnswer(YesNo other) {
    return new Understanding(
        tongue, day, time, part, party, name, zone, notes, reference, other, choice, topics, media,
        question);
  }

  Understanding withoutDay() {
    return new Understanding(
        tongue, null, time, null, party, name, zone, notes, reference, answer, choice, topics,
        media, question);
  }

  /** What is asked about is not wished for: the terrace, an allergy, a dinner. */
  Understanding onlyAsking() {
    return new Understanding(
        tongue, day, time, part, null, name, null, null, reference, answer, choice, topics, media,
        question);
  }

  Understanding without(Topic topic) {
    Set<Topic> others = new HashSet<>(topics);
    others.remove(topic);
    return new Understanding(
        tongue, day, time, part, party, name, zone, notes, reference, answer, choice, others, media,
        question);
  }
}
