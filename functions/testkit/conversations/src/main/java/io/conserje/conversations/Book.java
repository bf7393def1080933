package io.conserje.conversations;

import io.conserje.connectors.postgres.Sql;
import io.conserje.connectors.postgres.Sql.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What stands in the books of a house at one moment. */
record Book(
    Map<String, Booking> bookings,
    List<Map<String, String>> waiting,
    List<Map<String, String>> requests) {

  private static final String RESERVATIONS =
      """
      SELECT r.*, coalesce((
        SELECT string_agg(DISTINCT t ->> 'zone', '+') FROM table_claims c
        JOIN venues v ON v.id = c.venue
        CROSS JOIN LATERAL jsonb_array_elements(v.house -> 'tables') t
        WHERE c.reservation = r.id AND t ->> 'name' = c.table_name), r.zone) AS seated
      FROM reservations r WHERE venue = ?
      """;

  static Book read(Sql sql, String house, ZoneId zone) {
    return sql.everywhere(() -> {
      Map<String, Booking> bookings = new LinkedHashMap<>();
      sql.list(RESERVATIONS, row -> reservation(row, zone), house)
          .forEach(b -> bookings.put(b.reference(), b));
      sql.list("SELECT * FROM stays WHERE venue = ?", Book::stay, house)
          .forEach(b -> bookings.put(b.reference(), b));
      return new Book(
          bookings,
          sql.list(
              "SELECT * FROM waitlist WHERE venue = ? AND status IN ('waiting', 'offered')",
              Book::entry,
              house),
          sql.list("SELECT * FROM person_requests WHERE venue = ?", Book::request, house));
    });
  }

  /** Those that are not in an earlier look. */
  List<Booking> madeSince(Book before) {
    return bookings.values().stream()
        .filter(b -> !before.bookings.containsKey(b.reference()))
        .toList();
  }

  private static Booking reservation(Row row, ZoneId zone) throws SQLException {
    LocalDateTime at = LocalDateTime.ofInstant(row.instant("starts_at"), zone);
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("date", at.toLocalDate().toString());
    facts.put("time", at.toLocalTime().toString());
    facts.put("people", row.text("party_size"));
    facts.put("name", row.text("guest_name"));
    facts.put("phone", row.text("guest_phone"));
    facts.put("zone", row.text("seated"));
    facts.put("notes", notes(row));
    String signature =
        String.join("|", facts.values().stream().toList())
            .replace("|" + row.text("seated") + "|", "|" + row.text("zone") + "|");
    Instant until = row.instant("expires_at");
    facts.put("until", until == null ? "" : LocalDateTime.ofInstant(until, zone).toString());
    return new Booking(
        false,
        row.text("reference"),
        row.text("status"),
        row.text("guest_name"),
        row.text("guest_phone"),
        facts,
        signature,
        row.text("conversation"));
  }

  private static String notes(Row row) throws SQLException {
    List<String> notes = new ArrayList<>();
    notes.add(row.text("notes"));
    notes.add(row.text("allergies"));
    notes.add(row.text("occasion"));
    if (row.number("high_chairs") > 0) {
      notes.add(row.number("high_chairs") + " trona high chair");
    }
    if (row.result().getBoolean("pets")) {
      notes.add("mascota perro pet dog");
    }
    if (row.result().getBoolean("wheelchair")) {
      notes.add("silla de ruedas wheelchair");
    }
    return String.join(" ", notes.stream().filter(n -> !n.isBlank()).toList());
  }

  private static Booking stay(Row row) throws SQLException {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("arrival", row.text("arrival"));
    facts.put("departure", row.text("departure"));
    facts.put("type", row.text("room_type"));
    facts.put("adults", row.text("adults"));
    facts.put("children", row.text("children"));
    facts.put("cots", row.text("cots"));
    facts.put("name", row.text("guest_name"));
    facts.put("phone", row.text("guest_phone"));
    facts.put("notes", row.text("notes") + (row.number("cots") > 0 ? " cuna cot crib" : ""));
    String hours = row.text("early_from") + "-" + row.text("late_until");
    return new Booking(
        true,
        row.text("reference"),
        row.text("status"),
        row.text("guest_name"),
        row.text("guest_phone"),
        facts,
        String.join("|", facts.values()) + "|" + hours + "|" + row.text("total"),
        row.text("conversation"));
  }

  private static Map<String, String> entry(Row row) throws SQLException {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("id", row.text("id"));
    facts.put("date", row.text("day"));
    facts.put("earliest", row.text("earliest").replace(' ', 'T'));
    facts.put("latest", row.text("latest").replace(' ', 'T'));
    facts.put("people", row.text("party_size"));
    facts.put("name", row.text("guest_name"));
    facts.put("zone", row.text("zone"));
    facts.put("notes", row.text("notes"));
    return facts;
  }

  private static Map<String, String> request(Row row) throws SQLException {
    Instant asked = row.instant("asked_at");
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("id", row.text("id"));
    facts.put("reason", row.text("reason").equals("wish") ? "person" : row.text("reason"));
    facts.put(
        "notes",
        String.join(
            " ",
            text(row, "notes"),
            text(row, "guest_name"),
            text(row, "guest_phone"),
            text(row, "wished_date"),
            text(row, "wished_time"),
            text(row, "party_size")));
    facts.put("asked", asked.toString());
    return facts;
  }

  private static String text(Row row, String column) throws SQLException {
    String text = row.text(column);
    return text == null ? "" : text;
  }
}
