package io.conserje.venue.house;

import io.conserje.venue.BookingPolicy;
import io.conserje.venue.DiningTable;
import io.conserje.venue.HouseRules;
import io.conserje.venue.JoinedTables;
import io.conserje.venue.ServiceRule;
import io.conserje.venue.StayLength;
import io.conserje.venue.Venue;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whether the rules of a house can be obeyed with its hours and its tables. */
final class RulesChecks {

  private static final Duration NONE = Duration.ZERO;
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HALF_A_DAY = Duration.ofHours(12);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration MONTH = Duration.ofDays(30);
  private static final Duration QUARTER = Duration.ofDays(90);
  private static final Duration THREE_YEARS = Duration.ofDays(3 * 365);

  private final Venue venue;
  private final HouseRules rules;
  private final List<Problem> problems;

  RulesChecks(Venue venue, List<Problem> problems) {
    this.venue = venue;
    this.rules = venue.rules();
    this.problems = problems;
  }

  void run() {
    largestParty();
    coversPerQuarter();
    lengths();
    stays();
    dishes();
  }

  /** A table is kept for a day at most: for the longest stay, and half a day to lay it again. */
  private void lengths() {
    BookingPolicy policy = rules.policy();
    within("buffer", rules.buffer(), NONE, HALF_A_DAY);
    within("hold", policy.hold(), MINUTE, WEEK);
    within("confirm_within", policy.confirmWithin(), MINUTE, WEEK);
    within("offer", policy.offer(), MINUTE, WEEK);
    within("large_tables_until", rules.largeTablesUntil(), NONE, WEEK);
    within("free_cancellation", policy.freeCancellation(), NONE, QUARTER);
    within("no_show_grace", policy.noShowGrace(), NONE, HALF_A_DAY);
    within("horizon", rules.horizon(), DAY, THREE_YEARS);
    if (within("notice", rules.notice(), NONE, MONTH)
        && rules.notice().compareTo(rules.horizon()) >= 0) {
      wrong("/rules/notice", "has to be shorter than horizon");
    }
  }

  private void largestParty() {
    int most = mostSeats();
    if (most > 0 && rules.largestParty() > most) {
      wrong(
          "/rules/largest_party",
          "is " + rules.largestParty() + ", but no table or join seats more than " + most);
    }
  }

  private void coversPerQuarter() {
    int covers = rules.coversPerQuarter();
    if (covers > 0 && covers < rules.largestParty()) {
      wrong(
          "/rules/covers_per_quarter",
          "has to be 0 or at least "
              + rules.largestParty()
              + ", so that the largest party can arrive");
    }
  }

  private int mostSeats() {
    return IntStream.concat(
            venue.room().tables().stream().mapToInt(DiningTable::extended),
            venue.room().joins().stream().mapToInt(JoinedTables::seats))
        .max()
        .orElse(0);
  }

  private boolean within(String rule, Duration length, Duration least, Duration most) {
    boolean within = length.compareTo(least) >= 0 && length.compareTo(most) <= 0;
    if (!within) {
      wrong("/rules/" + rule, "has to be from " + written(least) + " to " + written(most));
    }
    return within;
  }

  private static String written(Duration length) {
    if (length.compareTo(DAY) >= 0) {
      return length.toDays() + "d";
    }
    return length.toHours() > 0 ? length.toHours() + "h" : length.toMinutes() + "m";
  }

  private void dishes() {
    for (int i = 0; i < rules.dishes().size(); i++) {
      within("dishes/" + i + "/notice", rules.dishes().get(i).notice(), NONE, MONTH);
      if (rules.dishes().get(i).words().isEmpty()) {
        wrong("/rules/dishes/" + i + "/words", "has to have one word at least, as guests say it");
      }
    }
  }

  /** The lines are kept by size; in the file they may stand in any order. */
  private void stays() {
    int largest = rules.stays().getLast().upTo();
    if (largest < rules.largestParty()) {
      wrong(
          "/rules/stays",
          "has no line for more than "
              + largest
              + ", but largest_party is "
              + rules.largestParty());
    }
    Set<String> services = services();
    for (StayLength stay : rules.stays()) {
      stay.byService().keySet().stream()
          .filter(service -> !services.contains(service))
          .forEach(service ->
              wrong(
                  "/rules/stays",
                  "names " + service + " up to " + stay.upTo() + ", which is no service here"));
    }
  }

  private Set<String> services() {
    return Stream.concat(
            venue.hours().rules().stream(),
            venue.hours().exceptions().stream().flatMap(exception -> exception.open().stream()))
        .map(ServiceRule::service)
        .collect(Collectors.toSet());
  }

  private void wrong(String path, String reason) {
    problems.add(new Problem(path, reason));
  }
}
