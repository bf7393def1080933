package io.conserje.conversation.builtin;

import io.conserje.conversation.ToolCall;
import io.conserje.venue.RoomType;
import io.conserje.venue.Venue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A hotel that is never full, where every night costs a hundred euros. */
final class FakeRooms {

  private static final int NIGHT = 10_000;

  private final Venue venue;
  private final List<Map<String, Object>> stays = new ArrayList<>();
  private boolean elsewhere;

  FakeRooms(Venue venue) {
    this.venue = venue;
  }

  /**
   * @param line reference, arrival, departure, type, adults and name
   */
  void has(String line) {
    String[] parts = line.split(" ", 6);
    Map<String, Object> asked = new LinkedHashMap<>();
    asked.put("arrival", parts[1]);
    asked.put("departure", parts[2]);
    asked.put("adults", Integer.valueOf(parts[4]));
    Map<String, Object> stay = offer(asked, parts[3]);
    stay.put("reference", parts[0]);
    stay.put("name", parts[5]);
    stays.add(stay);
  }

  /** They are shown only to who knows their reference and whose they are. */
  void wereBookedElsewhere() {
    elsewhere = true;
  }

  List<String> inTheBook() {
    return stays.stream()
        .map(s ->
            "%s %s %s %s %s"
                .formatted(
                    s.get("arrival"),
                    s.get("departure"),
                    s.get("room_type"),
                    s.get("adults"),
                    s.get("name")))
        .toList();
  }

  /** Null if the tool is not one of a hotel. */
  Map<String, Object> run(ToolCall call) {
    Map<String, Object> asked = call.arguments();
    return switch (call.name()) {
      case "quote_stay" -> Map.of("status", "free", "offers", offers(asked));
      case "create_stay" -> create(asked);
      case "find_stay" -> find(asked);
      case "change_stay" -> change(asked);
      case "cancel_stay" -> cancel(asked);
      default -> null;
    };
  }

  private Map<String, Object> find(Map<String, Object> asked) {
    List<Map<String, Object>> shown =
        stays.stream()
            .filter(s -> !elsewhere || s.get("reference").equals(asked.get("reference")))
            .toList();
    if (shown.isEmpty()) {
      return Map.of("status", "none");
    }
    return elsewhere && !asked.containsKey("name")
        ? Map.of("status", "name_needed")
        : Map.of("status", "found", "stays", shown);
  }

  private List<Map<String, Object>> offers(Map<String, Object> asked) {
    return venue.lodging().types().stream()
        .filter(t -> !asked.containsKey("room_type") || t.name().equals(asked.get("room_type")))
        .filter(t -> t.adults() >= (int) asked.get("adults"))
        .map(RoomType::name)
        .map(type -> offer(asked, type))
        .toList();
  }

  private static Map<String, Object> offer(Map<String, Object> asked, String type) {
    Map<String, Object> offer = new LinkedHashMap<>(asked);
    offer.put("room_type", type);
    offer.put("called", type);
    long nights =
        LocalDate.parse((String) asked.get("departure")).toEpochDay()
            - LocalDate.parse((String) asked.get("arrival")).toEpochDay();
    offer.put(
        "total", Map.of("amount", (int) nights * NIGHT, "text", nights * NIGHT / 100 + ",00 €"));
    return offer;
  }

  private Map<String, Object> create(Map<String, Object> asked) {
    Map<String, Object> stay = offer(asked, (String) asked.get("room_type"));
    stay.put("reference", "H" + (stays.size() + 1));
    stays.add(stay);
    return said(stay, "booked");
  }

  private Map<String, Object> change(Map<String, Object> asked) {
    Map<String, Object> stay = stay(asked);
    stay.putAll(asked);
    return said(stay, "changed");
  }

  private Map<String, Object> cancel(Map<String, Object> asked) {
    Map<String, Object> stay = stay(asked);
    stays.remove(stay);
    return said(stay, "cancelled");
  }

  private Map<String, Object> stay(Map<String, Object> asked) {
    return stays.stream()
        .filter(s -> s.get("reference").equals(asked.get("reference")))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, Object> said(Map<String, Object> stay, String status) {
    Map<String, Object> answer = new LinkedHashMap<>(stay);
    answer.put("status", status);
    answer.put("say", "Hecho: " + stay.get("reference") + ".");
    return answer;
  }
}
