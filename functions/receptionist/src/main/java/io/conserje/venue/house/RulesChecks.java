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

  private static final Duration SHORTEST_WAIT = Duration.ofMinutes(1);
  private static final Duration LONGEST_HORIZON = Duration.ofDays(730);

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
    BookingPolicy policy = rules.policy();
    waits("hold", policy.hold());
    waits("confirm_within", policy.confirmWithin());
    waits("offer", policy.offer());
    if (rules.horizon().compareTo(LONGEST_HORIZON) > 0) {
      wrong("/rules/horizon", "has to be at most 730d");
    }
    if (rules.notice().compareTo(rules.horizon()) >= 0) {
      wrong("/rules/notice", "has to be shorter than horizon");
    }
    stays();
  }

  private void largestParty() {
    int most = mostSeats();
    if (most > 0 && rules.largestParty() > most) {
      wrong(
          "/rules/largest_party",
          "is " + rules.largestParty() + ", but no table or join seats more than " + most);
    }
  }

  private int mostSeats() {
    return IntStream.concat(
            venue.room().tables().stream().mapToInt(DiningTable::extended),
            venue.room().joins().stream().mapToInt(JoinedTables::seats))
        .max()
        .orElse(0);
  }

  private void waits(String rule, Duration wait) {
    if (wait.compareTo(SHORTEST_WAIT) < 0) {
      wrong("/rules/" + rule, "has to be 1m at least");
    }
  }

  /** The lines are kept by size; in the file they may stand in any order. */
  private void stays() {
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
