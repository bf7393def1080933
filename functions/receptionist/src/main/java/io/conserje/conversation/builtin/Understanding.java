package io.conserje.conversation.builtin;

import io.conserje.conversation.builtin.DateWords.Day;
import io.conserje.conversation.builtin.PartyWords.Party;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What one message says. Whatever it does not say is null.
 *
 * @param name as it is to be written in the book
 * @param phone as E.164
 * @param zone {@code terrace}, {@code inside}, or empty for "not there"
 * @param choice see {@link Choice}
 * @param stay {@link Stay#NONE} in a house without rooms
 * @param intent what the message is for; null if it only answers what was asked
 * @param intents what each of its sentences is for, if it is clear
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
    String phone,
    String email,
    String zone,
    String notes,
    String reference,
    YesNo answer,
    int choice,
    Stay stay,
    Intent intent,
    List<Intent> intents,
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
    return with(day, part, other);
  }

  Understanding withoutDay() {
    return with(null, null, answer);
  }

  Understanding with(Stay other) {
    return new Understanding(
        tongue, day, time, part, party, name, phone, email, zone, notes, reference, answer, choice,
        other, intent, intents, topics, media, question);
  }

  Understanding noting(String other) {
    return new Understanding(
        tongue, day, time, part, party, name, phone, email, zone, other, reference, answer, choice,
        stay, intent, intents, topics, media, question);
  }

  Understanding withoutName() {
    return new Understanding(
        tongue, day, time, part, party, null, phone, email, zone, notes, reference, answer, choice,
        stay, intent, intents, topics, media, question);
  }

  private Understanding with(Day newDay, PartOfDay newPart, YesNo newAnswer) {
    return new Understanding(
        tongue, newDay, time, newPart, party, name, phone, email, zone, notes, reference, newAnswer,
        choice, stay, intent, intents, topics, media, question);
  }

  /** What is asked about is not wished for: the terrace, an allergy, a dinner. */
  Understanding onlyAsking() {
    return new Understanding(
        tongue, day, time, part, null, name, phone, email, null, null, reference, answer, choice,
        stay, intent, intents, topics, media, question);
  }

  /**
   * What is said in a question about the house is a wish for nothing; its hours are those of a day.
   */
  Understanding asking() {
    boolean hours = about(Topic.HOURS);
    Set<Topic> others = new HashSet<>(topics);
    others.removeAll(Set.of(Topic.BOOK, Topic.CANCEL, Topic.DROP, Topic.AMEND, Topic.CHANGE));
    return new Understanding(
        tongue,
        hours ? day : null,
        null,
        hours ? part : null,
        null,
        name,
        phone,
        email,
        null,
        null,
        null,
        YesNo.NEITHER,
        Choice.NONE,
        Stay.NONE,
        Intent.QUESTION,
        List.of(),
        others,
        media,
        true);
  }

  Understanding and(Topic topic) {
    Set<Topic> all = new HashSet<>(topics);
    all.add(topic);
    return new Understanding(
        tongue, day, time, part, party, name, phone, email, zone, notes, reference, answer, choice,
        stay, intent, intents, all, media, question);
  }

  Understanding without(Topic topic) {
    Set<Topic> others = new HashSet<>(topics);
    others.remove(topic);
    return new Understanding(
        tongue, day, time, part, party, name, phone, email, zone, notes, reference, answer, choice,
        stay, intent, intents, others, media, question);
  }
}
