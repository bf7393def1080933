package io.conserje.stay.tools;

import io.conserje.conversation.InvalidArgument;
import io.conserje.stay.Party;
import io.conserje.stay.StayWish;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Further rooms for the nights of a wish, each written {@code type:adults:children}. */
final class OtherRooms {

  /** More are a group's, which a person arranges. */
  private static final int MOST = 9;

  private static final Pattern ROOM = Pattern.compile("([^:;]+):\\s*(\\d{1,2})\\s*:\\s*(\\d{1,2})");

  private OtherRooms() {}

  /**
   * @param besides parted by semicolons; empty for none
   * @throws InvalidArgument for what cannot be read, and for too many
   */
  static List<StayWish> of(StayWish wish, String besides) {
    List<String> rooms =
        Arrays.stream(besides.split(";")).map(String::strip).filter(r -> !r.isEmpty()).toList();
    if (rooms.size() > MOST) {
      throw new InvalidArgument("besides holds more than " + MOST + " rooms; more are a group");
    }
    if (!rooms.isEmpty() && wish.type().isBlank()) {
      throw new InvalidArgument("besides needs a room_type for the first room");
    }
    return rooms.stream().map(room -> read(wish, room)).toList();
  }

  private static StayWish read(StayWish wish, String room) {
    Matcher read = ROOM.matcher(room);
    if (!read.matches()) {
      throw new InvalidArgument(
          "besides has to be type:adults:children for each room, parted by semicolons; "
              + room
              + " is not");
    }
    Party party = new Party(Integer.parseInt(read.group(2)), Integer.parseInt(read.group(3)), 0);
    return new StayWish(
        wish.venue(), wish.arrival(), wish.departure(), read.group(1).strip(), party, wish.now());
  }
}
