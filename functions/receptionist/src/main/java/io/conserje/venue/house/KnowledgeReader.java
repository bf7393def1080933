package io.conserje.venue.house;

import io.conserje.venue.HouseFile.Topic;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads what a house answers to questions. */
final class KnowledgeReader {

  private static final int MOST_TOPICS = 1_000;
  private static final int MOST_WORDS = 40;
  private static final int LONGEST_NAME = 80;

  private KnowledgeReader() {}

  static List<Topic> read(Field knowledge) {
    List<Topic> topics = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Field item : knowledge.items()) {
      Topic topic = topic(item);
      if (!seen.add((topic.topic() + "\n" + topic.language()).toLowerCase(Locale.ROOT))) {
        item.at("topic").wrong("stands here twice in " + topic.language());
      }
      topics.add(topic);
    }
    if (topics.size() > MOST_TOPICS) {
      knowledge.wrong("has more than " + MOST_TOPICS + " topics");
    }
    return topics;
  }

  private static Topic topic(Field item) {
    item.only("topic", "language", "words", "text");
    List<String> words = item.at("words").items().stream().map(KnowledgeReader::name).toList();
    if (words.size() > MOST_WORDS) {
      item.at("words").wrong("has more than " + MOST_WORDS + " words");
    }
    return new Topic(
        name(item.at("topic")),
        item.at("language").as(KnowledgeReader::language, "es", "a language as es"),
        words,
        item.at("text").text());
  }

  private static String name(Field field) {
    String name = field.text();
    if (name.length() > LONGEST_NAME) {
      field.wrong("is longer than " + LONGEST_NAME + " characters");
    }
    return name;
  }

  private static String language(String tag) {
    return HouseReader.language(tag).toLanguageTag();
  }
}
