package io.conserje.conversation.builtin;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A reservation of this guest, as a tool told it. */
record Found(
    String reference, LocalDateTime at, int party, String name, String status, String notes) {

  private static final Set<String> OVER = Set.of("cancelled", "no_show", "finished", "expired");

  /** Those still to come, of a {@code find_reservation} result. */
  static List<Found> in(Map<String, Object> content) {
    return Facts.list(content, "reservations").stream()
        .filter(r -> !OVER.contains(String.valueOf(r.get("status"))))
        .map(Found::of)
        .toList();
  }

  static Found of(Map<String, Object> facts) {
    return new Found(
        Facts.text(facts, "reference"),
        Facts.moment(facts),
        Facts.number(facts, "party_size"),
        Facts.text(facts, "name"),
        Facts.text(facts, "status"),
        Facts.text(facts, "notes"));
  }

  String written() {
    return String.join(
        "|",
        reference,
        at.toString(),
        Integer.toString(party),
        name.replace('|', ' '),
        status,
        notes.replaceAll("[|\n]", " "));
  }

  static Found read(String written) {
    String[] parts = written.split("\\|", 6);
    return new Found(
        parts[0],
        LocalDateTime.parse(parts[1]),
        Integer.parseInt(parts[2]),
        parts[3],
        parts[4],
        parts[5]);
  }

  boolean isOn(LocalDate day) {
    return at.toLocalDate().equals(day);
  }

  boolean isAt(TimeWish time) {
    return time.candidates().anyMatch(at.toLocalTime()::equals);
  }

  boolean isCalled(String said) {
    return letters(reference).equals(letters(said));
  }

  private static String letters(String text) {
    return text.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
  }
}
