package io.conserje.conversations;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/** Compares what stands in the book at the end with what a scenario says must. */
final class Expectations {

  private static final String[] RESERVATION = {
    "date", "time", "people", "name", "phone", "zone", "notes", "status"
  };
  private static final String[] STAY = {
    "arrival", "departure", "type", "adults", "children", "cots", "name", "phone", "notes", "status"
  };

  private final Scenario scenario;
  private final Map<String, String> references;
  private final Book before;
  private final Book after;
  private final List<String> failures = new ArrayList<>();

  private Expectations(Scenario scenario, Map<String, String> references, Book before, Book after) {
    this.scenario = scenario;
    this.references = references;
    this.before = before;
    this.after = after;
  }

  /** One line for each thing that is not as it must be. */
  static List<String> failures(
      Scenario scenario, Map<String, String> references, Book before, Book after) {
    Expectations expectations = new Expectations(scenario, references, before, after);
    expectations.compare();
    return expectations.failures;
  }

  private void compare() {
    made(false, scenario.then().maps("reservations"));
    made(true, scenario.then().maps("stays"));
    known();
    waitlist(scenario.then().maps("waitlist"));
    requests(scenario.then().maps("requests"));
  }

  /** New bookings: each that is expected is there, and no other that stands. */
  private void made(boolean room, List<Fields> expected) {
    String what = room ? "stay" : "reservation";
    List<Booking> left =
        new ArrayList<>(
            after.madeSince(before).stream()
                .filter(b -> b.room() == room && !b.undecided())
                .toList());
    for (Fields one : expected) {
      one.only(room ? STAY : RESERVATION);
      Booking found = left.stream().filter(b -> matches(one, b)).findFirst().orElse(null);
      if (found == null) {
        failures.add("no new " + what + " " + one.values() + "; there is " + shown(left));
      }
      left.remove(found);
    }
    left.stream().filter(Booking::stands).forEach(b -> failures.add("unexpected " + b.shown()));
  }

  private static String shown(List<Booking> bookings) {
    return bookings.isEmpty() ? "none" : bookings.stream().map(Booking::shown).toList().toString();
  }

  private static boolean matches(Fields expected, Booking booking) {
    boolean status =
        expected.has("status")
            ? expected.texts("status").contains(booking.status())
            : booking.stands();
    return status && differing(expected, booking.facts()).isEmpty();
  }

  /** The keys that are not as they should be. */
  private static List<String> differing(Fields expected, Map<String, String> facts) {
    return expected.values().keySet().stream()
        .filter(key -> !key.equals("status"))
        .filter(key ->
            expected.texts(key).stream().noneMatch(right -> same(key, right, facts.get(key))))
        .toList();
  }

  private static boolean same(String key, String right, String actual) {
    if (actual == null) {
      return false;
    }
    return switch (key) {
      case "notes" -> Plain.found(right, actual);
      case "name" -> Plain.words(right).equals(Plain.words(actual));
      case "time" -> LocalTime.parse(right).equals(LocalTime.parse(actual));
      case "date", "arrival", "departure" -> LocalDate.parse(right).equals(LocalDate.parse(actual));
      default -> Plain.of(right).equals(Plain.of(actual));
    };
  }

  /** What was in the book before: as it was, unless it is named. */
  private void known() {
    Fields changed = scenario.then().map("changed");
    Set<String> named = new LinkedHashSet<>();
    changed
        .values()
        .forEach((as, to) -> {
          named.add(reference(as));
          changed(as, Fields.of(to, scenario.title()));
        });
    moved("cancelled", named, Booking::cancelled);
    moved("confirmed", named, b -> b.status().equals("confirmed"));
    before.bookings().values().stream()
        .filter(b -> !named.contains(b.reference()))
        .filter(b -> !b.sameAs(after.bookings().get(b.reference())))
        .forEach(b ->
            failures.add(
                "must not have changed: "
                    + b.shown()
                    + " is now "
                    + after.bookings().get(b.reference()).shown()));
  }

  private String reference(Object as) {
    String reference = references.get(String.valueOf(as));
    if (reference == null) {
      throw new IllegalArgumentException(scenario.title() + ": nothing is given as " + as);
    }
    return reference;
  }

  private void changed(String as, Fields to) {
    Booking was = before.bookings().get(reference(as));
    Booking is = after.bookings().get(reference(as));
    if (!is.stands()) {
      failures.add(as + " is " + is.status() + " instead of changed");
      return;
    }
    List<String> differing = differing(to, is.facts());
    if (!differing.isEmpty()) {
      failures.add(as + " was to be changed to " + to.values() + " and is " + is.facts());
    } else if (was.signature().equals(is.signature()) && was.facts().equals(is.facts())) {
      failures.add(as + " was to be changed and is as it was");
    }
  }

  private void moved(
      String key, Set<String> named, java.util.function.Predicate<Booking> asItMustBe) {
    for (String as : scenario.then().texts(key)) {
      named.add(reference(as));
      Booking is = after.bookings().get(reference(as));
      if (!asItMustBe.test(is)) {
        failures.add(as + " was to be " + key + " and is " + is.status());
      }
    }
  }

  private void waitlist(List<Fields> expected) {
    rows("waitlist entry", expected, fresh(after.waiting(), before.waiting()), Expectations::waits);
  }

  private static boolean waits(Fields wanted, Map<String, String> entry) {
    wanted.only("date", "time", "people", "name", "zone", "notes");
    Fields others = new Fields(new HashMap<>(wanted.values()), wanted.where());
    others.values().remove("time");
    return differing(others, entry).isEmpty()
        && (!wanted.has("time")
            || wanted.texts("time").stream().anyMatch(time -> within(time, entry)));
  }

  private static boolean within(String time, Map<String, String> entry) {
    LocalDateTime at = LocalDate.parse(entry.get("date")).atTime(LocalTime.parse(time));
    return !at.isBefore(LocalDateTime.parse(entry.get("earliest")))
        && !at.isAfter(LocalDateTime.parse(entry.get("latest")));
  }

  private void requests(List<Fields> expected) {
    rows(
        "request",
        expected,
        fresh(after.requests(), before.requests()),
        (wanted, actual) -> differing(wanted.only("reason", "notes"), actual).isEmpty());
  }

  private static List<Map<String, String>> fresh(
      List<Map<String, String>> after, List<Map<String, String>> before) {
    List<String> known = before.stream().map(row -> row.get("id")).toList();
    return new ArrayList<>(after.stream().filter(row -> !known.contains(row.get("id"))).toList());
  }

  private void rows(
      String what,
      List<Fields> expected,
      List<Map<String, String>> left,
      BiPredicate<Fields, Map<String, String>> matches) {
    for (Fields one : expected) {
      Map<String, String> found =
          left.stream().filter(row -> matches.test(one, row)).findFirst().orElse(null);
      if (found == null) {
        failures.add("no " + what + " " + one.values() + "; there is " + left);
      }
      left.remove(found);
    }
    left.forEach(row -> failures.add("unexpected " + what + " " + row));
  }
}
