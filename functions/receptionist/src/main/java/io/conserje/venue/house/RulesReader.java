package io.conserje.venue.house;

import io.conserje.venue.BookingPolicy;
import io.conserje.venue.HouseRules;
import io.conserje.venue.NoticeDish;
import io.conserje.venue.StayLength;
import io.conserje.venue.WritingHours;
import java.time.Duration;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what the house decides about bookings. */
final class RulesReader {

  private static final int LARGEST_PARTY = 200;
  private static final int MOST_COVERS = 2_000;
  private static final int MOST_HIGH_CHAIRS = 200;
  private static final Duration USUAL_STAY = Duration.ofMinutes(120);
  private static final Duration USUAL_NOTICE = Duration.ofMinutes(30);
  private static final Duration USUAL_HORIZON = Duration.ofDays(365);
  private static final Duration SHORTEST_STAY = Duration.ofMinutes(15);
  private static final Duration LONGEST_STAY = Duration.ofHours(12);

  private RulesReader() {}

  static HouseRules read(Field rules) {
    rules.only(
        "largest_party",
        "stays",
        "buffer",
        "notice",
        "horizon",
        "covers_per_quarter",
        "high_chairs",
        "reseat",
        "large_tables_until",
        "dishes",
        "hold",
        "confirm_within",
        "free_cancellation",
        "no_show_grace",
        "offer",
        "landline_prefixes",
        "write_from",
        "write_until");
    int largest = rules.at("largest_party").number(1, LARGEST_PARTY, 10);
    return new HouseRules(
        largest,
        stays(rules.at("stays"), largest),
        rules.at("buffer").length(Duration.ZERO),
        rules.at("notice").length(USUAL_NOTICE),
        rules.at("horizon").length(USUAL_HORIZON),
        rules.at("covers_per_quarter").number(0, MOST_COVERS, 0),
        rules.at("high_chairs").number(0, MOST_HIGH_CHAIRS, 0),
        rules.at("reseat").yes(true),
        rules.at("large_tables_until").length(Duration.ZERO),
        rules.at("dishes").items().stream().map(RulesReader::dish).toList(),
        policy(rules));
  }

  private static List<StayLength> stays(Field stays, int largest) {
    if (!stays.present()) {
      return List.of(new StayLength(largest, USUAL_STAY, Map.of()));
    }
    Set<Integer> sizes = new HashSet<>();
    List<StayLength> read = stays.items().stream().map(s -> stay(s, sizes)).toList();
    if (read.isEmpty()) {
      stays.wrong("has to have one line at least");
      return List.of(new StayLength(largest, USUAL_STAY, Map.of()));
    }
    return read;
  }

  private static StayLength stay(Field stay, Set<Integer> sizes) {
    stay.first("up_to", "usual");
    int upTo = stay.at("up_to").number(1, LARGEST_PARTY);
    if (!sizes.add(upTo)) {
      stay.at("up_to").wrong("stands here twice");
    }
    Duration usual = length(stay.at("usual"));
    Map<String, Duration> byService = new HashMap<>();
    stay.entries().stream()
        .filter(entry -> !Set.of("up_to", "usual").contains(entry.key()))
        .forEach(entry -> byService.put(entry.key(), length(entry)));
    return new StayLength(upTo, usual, byService);
  }

  private static Duration length(Field field) {
    Duration length = field.length(USUAL_STAY);
    if (length.compareTo(SHORTEST_STAY) < 0 || length.compareTo(LONGEST_STAY) > 0) {
      field.wrong("has to be from 15m to 12h");
    }
    return length;
  }

  private static NoticeDish dish(Field dish) {
    dish.only("name", "words", "notice");
    return new NoticeDish(
        dish.at("name").text(), dish.at("words").texts(), dish.at("notice").length(Duration.ZERO));
  }

  private static BookingPolicy policy(Field rules) {
    BookingPolicy usual = BookingPolicy.USUAL;
    return new BookingPolicy(
        rules.at("hold").length(usual.hold()),
        rules.at("confirm_within").length(usual.confirmWithin()),
        rules.at("free_cancellation").length(usual.freeCancellation()),
        rules.at("no_show_grace").length(usual.noShowGrace()),
        rules.at("offer").length(usual.offer()),
        rules.at("landline_prefixes").present()
            ? rules.at("landline_prefixes").texts()
            : usual.landlinePrefixes(),
        new WritingHours(
            clock(rules.at("write_from"), usual.writing().from()),
            clock(rules.at("write_until"), usual.writing().until())));
  }

  private static LocalTime clock(Field field, LocalTime usual) {
    return field.present() ? field.time() : usual;
  }
}
