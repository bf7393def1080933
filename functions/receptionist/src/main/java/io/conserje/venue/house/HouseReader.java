package io.conserje.venue.house;

import io.conserje.venue.Channel;
import io.conserje.venue.DiningRoom;
import io.conserje.venue.HouseFile;
import io.conserje.venue.HouseFile.Address;
import io.conserje.venue.Look;
import io.conserje.venue.Venue;
import io.conserje.venue.VenueId;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes a house of its file: names and values, lists and texts, however they were written down. */
public final class HouseReader {

  /** The channels guests may come by. */
  private static final List<Channel> GUESTS =
      Stream.of(Channel.values()).filter(Channel::isOfGuests).toList();

  private HouseReader() {}

  /**
   * @param document as JSON types: String, Number, Boolean, List, Map or null
   * @throws InvalidHouse with everything that is wrong
   */
  public static HouseFile read(Map<String, Object> document) {
    Reading reading = new Reading();
    HouseFile file = read(new Field(document, "", reading));
    if (!reading.problems().isEmpty()) {
      throw new InvalidHouse(reading.problems());
    }
    return file;
  }

  /** The keys that each place of this document may have. */
  static Map<String, List<String>> known(Map<String, Object> document) {
    Reading reading = new Reading();
    read(new Field(document, "", reading));
    return reading.keys();
  }

  /** The same document with its keys in the order in which a person would write them. */
  public static Map<String, Object> inOrder(Map<String, Object> document) {
    Reading reading = new Reading();
    read(new Field(document, "", reading));
    return reading.inOrder(document);
  }

  private static HouseFile read(Field house) {
    house.only(
        "venue",
        "name",
        "kind",
        "time_zone",
        "language",
        "phone",
        "address",
        "channels",
        "messages",
        "telephone",
        "webchat",
        "hours",
        "zones",
        "tables",
        "joins",
        "rules",
        "hotel",
        "staff",
        "knowledge");
    DiningRoom room = RoomReader.read(house);
    Venue venue =
        new Venue(
            new VenueId(id(house.at("venue"))),
            house.at("name").text(),
            kind(house.at("kind")),
            house.at("time_zone").as(ZoneId::of, ZoneId.of("UTC"), "a zone as Europe/Madrid"),
            house.at("language").as(HouseReader::language, Locale.of("es"), "a language as es"),
            phone(house.at("phone")),
            house.at("address").text(),
            HoursReader.read(house.at("hours")),
            RulesReader.read(house.at("rules")),
            room,
            LodgingReader.read(house.at("hotel")),
            StaffReader.read(house.at("staff")),
            CorrespondenceReader.read(house.at("messages"), house.at("telephone")),
            look(house.at("webchat")));
    return new HouseFile(
        venue, addresses(house.at("channels")), KnowledgeReader.read(house.at("knowledge")));
  }

  private static String id(Field field) {
    String id = field.text();
    if (!id.matches("[a-z0-9][a-z0-9-]{0,39}")) {
      field.wrong("has to be a short name of small letters, digits and hyphens");
    }
    return id;
  }

  private static String kind(Field field) {
    String kind = field.text();
    if (!kind.equals("restaurant") && !kind.equals("hotel")) {
      field.wrong("has to be restaurant or hotel");
    }
    return kind;
  }

  private static Look look(Field webchat) {
    String color = webchat.only("color").at("color").text("");
    if (!color.matches("(#[0-9a-fA-F]{6})?")) {
      webchat.at("color").wrong("has to be a colour as \"#8a1c2b\", in quotes");
    }
    return new Look(color);
  }

  static Locale language(String tag) {
    try {
      return new Locale.Builder().setLanguageTag(tag).build();
    } catch (IllformedLocaleException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String phone(Field field) {
    String phone = field.text();
    if (!phone.matches("\\+[1-9]\\d{6,14}")) {
      field.wrong("has to be a number as \"+34600000999\", in quotes");
    }
    return phone;
  }

  private static List<Address> addresses(Field channels) {
    List<Address> addresses = new ArrayList<>();
    Set<Address> seen = new HashSet<>();
    channels.first(GUESTS.stream().map(Channel::code).toArray(String[]::new));
    for (Field channel : channels.entries()) {
      Channel known = channel(channel.key(), channel);
      for (Field item : channel.items()) {
        Address address = new Address(known, item.text());
        if (!seen.add(address)) {
          item.wrong("stands here twice");
        }
        addresses.add(address);
      }
    }
    return addresses;
  }

  private static Channel channel(String name, Field field) {
    return GUESTS.stream()
        .filter(channel -> channel.code().equals(name))
        .findFirst()
        .orElseGet(() -> {
          field.wrong("is no channel of guests; known are " + said(GUESTS));
          return Channel.EMAIL;
        });
  }

  private static String said(List<Channel> channels) {
    return channels.stream().map(Channel::code).collect(Collectors.joining(", "));
  }
}
