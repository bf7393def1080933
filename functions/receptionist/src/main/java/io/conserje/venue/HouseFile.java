package io.conserje.venue;

import java.util.List;

/**
 * Everything one house is made of, as its file says it.
 *
 * @param addresses where guests reach it
 * @param knowledge what it answers to questions, in the file's order
 */
public record HouseFile(Venue venue, List<Address> addresses, List<Topic> knowledge) {

  public HouseFile {
    addresses = List.copyOf(addresses);
    knowledge = List.copyOf(knowledge);
  }

  public record Address(Channel channel, String address) {}

  /**
   * Something the house answers to questions.
   *
   * @param language of the text, as an IETF tag
   * @param words other names that guests have for it
   */
  public record Topic(String topic, String language, List<String> words, String text) {
    public Topic {
      words = List.copyOf(words);
    }
  }
}
