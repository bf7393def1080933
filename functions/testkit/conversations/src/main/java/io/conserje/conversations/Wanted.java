package io.conserje.conversations;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an improvised guest is after, and what must be in the book for it.
 *
 * @param date of the table, or the arrival
 * @param time of the table; null for a room
 * @param people at the table, or grown-ups in the room
 * @param nights in the room, 0 for a table
 * @param type of the room; empty for a table
 */
record Wanted(
    LocalDate date,
    LocalTime time,
    int people,
    int children,
    int nights,
    String type,
    String name,
    String phone) {

  boolean room() {
    return nights > 0;
  }

  LocalDate departure() {
    return date.plusDays(nights);
  }

  Wanted on(LocalDate day) {
    return new Wanted(day, time, people, children, nights, type, name, phone);
  }

  Wanted at(LocalTime hour) {
    return new Wanted(date, hour, people, children, nights, type, name, phone);
  }

  Wanted of(int grownUps, int kids) {
    return new Wanted(date, time, grownUps, kids, nights, type, name, phone);
  }

  Wanted lasting(int stayed) {
    return new Wanted(date, time, people, children, stayed, type, name, phone);
  }

  Wanted in(String kind) {
    return new Wanted(date, time, people, children, nights, kind, name, phone);
  }

  /** As {@code then} of a scenario has it. */
  Map<String, Object> expected() {
    Map<String, Object> expected = new LinkedHashMap<>();
    if (room()) {
      expected.put("arrival", date.toString());
      expected.put("departure", departure().toString());
      expected.put("type", type);
      expected.put("adults", people);
      expected.put("children", children);
    } else {
      expected.put("date", date.toString());
      expected.put("time", time.toString());
      expected.put("people", people);
    }
    expected.put("name", name);
    return expected;
  }
}
