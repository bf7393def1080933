package io.conserje.conversations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ExpectationsTest {

  private static final Book EMPTY = new Book(Map.of(), List.of(), List.of());

  @Test
  void whatIsExpectedAndThereIsRight() {
    assertEquals(
        List.of(),
        failures(
            "reservations: [{date: 2026-11-21, time: ['21:00', '21:15'], people: 4, name: garcía}]",
            EMPTY,
            book(table("AB2222", "confirmed", "21:15", 4))));
  }

  @Test
  void anotherTimeIsNot() {
    List<String> failures =
        failures(
            "reservations: [{date: 2026-11-21, time: '21:00'}]",
            EMPTY,
            book(table("AB2222", "confirmed", "22:00", 4)));
    assertTrue(failures.getFirst().startsWith("no new reservation"), failures::toString);
    assertTrue(failures.getLast().startsWith("unexpected reservation"), failures::toString);
  }

  @Test
  void oneBookingIsNotTwo() {
    String one = "{date: 2026-11-21, time: '21:00'}";
    assertEquals(
        1,
        failures(
                "reservations: [" + one + ", " + one + "]",
                EMPTY,
                book(table("AB2222", "confirmed", "21:00", 4)))
            .size());
  }

  @Test
  void whatIsNotNamedMustNotHaveChanged() {
    Book before = book(table("AB2222", "confirmed", "21:00", 4));
    assertEquals(1, failures("{}", before, book(table("AB2222", "confirmed", "22:00", 4))).size());
    assertEquals(1, failures("{}", before, book(table("AB2222", "cancelled", "21:00", 4))).size());
    assertEquals(1, failures("{}", EMPTY, before).size());
    assertEquals(List.of(), failures("{}", before, before));
  }

  @Test
  void whatTheClockEndedHasNotChanged() {
    assertEquals(
        List.of(),
        failures(
            "{}",
            book(table("AB2222", "pending", "21:00", 4)),
            book(table("AB2222", "expired", "21:00", 4))));
  }

  @Test
  void whatWasToBeChangedCancelledOrConfirmedHasToBe() {
    Book before = book(table("AB2222", "pending", "21:00", 4));
    Book moved = book(table("AB2222", "confirmed", "22:00", 4));
    assertEquals(List.of(), failures("changed: {mine: {time: '22:00'}}", before, moved));
    assertEquals(1, failures("changed: {mine: {time: '22:00'}}", before, before).size());
    assertEquals(1, failures("changed: {mine: {time: '21:00'}}", before, before).size());
    assertEquals(List.of(), failures("confirmed: [mine]", before, moved));
    assertEquals(1, failures("confirmed: [mine]", before, before).size());
    assertEquals(1, failures("cancelled: [mine]", before, moved).size());
  }

  @Test
  void aRequestNobodyExpectsIsOneTooMany() {
    Map<String, String> request = Map.of("id", "1", "reason", "group", "notes", "comunión");
    Book after = new Book(Map.of(), List.of(), List.of(request));
    assertEquals(List.of(), failures("requests: [{reason: group, notes: COMUNION}]", EMPTY, after));
    assertEquals(1, failures("{}", EMPTY, after).size());
    assertEquals(2, failures("requests: [{reason: person}]", EMPTY, after).size());
  }

  private static List<String> failures(String then, Book before, Book after) {
    Map<String, Object> scenario = new TreeMap<>();
    scenario.put("scenario", "one");
    scenario.put("category", "booking");
    scenario.put("house", "restaurante");
    scenario.put("then", PlainYaml.all(then).getFirst());
    return Expectations.failures(
        Scenario.read(scenario, "worked/test"), Map.of("mine", "AB2222"), before, after);
  }

  private static Book book(Booking booking) {
    return new Book(Map.of(booking.reference(), booking), List.of(), List.of());
  }

  private static Booking table(String reference, String status, String time, int people) {
    Map<String, String> facts =
        Map.of(
            "date",
            "2026-11-21",
            "time",
            time,
            "people",
            "" + people,
            "name",
            "Garcia",
            "notes",
            "",
            "zone",
            "inside");
    return new Booking(
        false, reference, status, "Garcia", "", facts, new TreeMap<>(facts).toString(), null);
  }
}
