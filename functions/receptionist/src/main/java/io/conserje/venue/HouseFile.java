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
   * @param language as an IETF tag
   */
  public record Topic(String topic, String language, String text) {}
}
