package io.conserje.conversation.builtin;

import io.conserje.conversation.Tool;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.guest.Guest;
import io.conserje.knowledge.KnownTopic;
import io.conserje.knowledge.tools.KnowledgeTools;
import io.conserje.venue.Channel;
import io.conserje.venue.Venue;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Answers tool calls as docs/tools.md says, from a list of full moments and a list of bookings. */
final class FakeHouse {

  private final Venue venue;
  private final ZonedDateTime now;

  /** A day, or a moment of a day, at which no table is free. */
  final Set<String> full = new HashSet<>();

  /** Moments that are free when asked, and gone when booked. */
  final Set<String> takenMeanwhile = new HashSet<>();

  final List<Map<String, Object>> book = new ArrayList<>();

  /** What the guest had the last times, or nothing. */
  final Map<String, Object> usual = new LinkedHashMap<>();

  /** Who is on the waitlist, in order. */
  final List<String> waiting = new ArrayList<>();

  final FakeRooms rooms;

  private int booked;

  FakeHouse(Venue venue, ZonedDateTime now) {
    this.venue = venue;
    this.now = now;
    this.rooms = new FakeRooms(venue);
  }

  void has(String reference, LocalDateTime at, int party, String name) {
    has(reference, at, party, name, "confirmed");
  }

  /**
   * @param status {@code pending} for one the guest was asked about, {@code expired} for one nobody
   *     said yes to
   */
  void has(String reference, LocalDateTime at, int party, String name, String status) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("reference", reference);
    entry.put("date", at.toLocalDate().toString());
    entry.put("time", at.toLocalTime().toString());
    entry.put("party_size", party);
    entry.put("name", name);
    entry.put("status", status);
    book.add(entry);
  }

  List<String> inTheBook() {
    return book.stream()
        .filter(r -> r.get("status").equals("confirmed"))
        .map(r ->
            "%s %s %s %s"
                .formatted(r.get("date"), r.get("time"), r.get("party_size"), r.get("name")))
        .toList();
  }

  ToolResult run(ToolCall call) {
    Map<String, Object> content =
        switch (call.name()) {
          case "check_availability" -> check(call.arguments());
          case "create_reservation" -> create(call.arguments());
          case "find_reservation" -> find(call.arguments());
          case "cancel_reservation" -> cancel(call.arguments());
          case "confirm_reservation" -> confirm();
          case "change_reservation" -> change(call.arguments());
          case "join_waitlist" -> join(call.arguments());
          case "leave_waitlist" -> leave();
          case "get_house_info" -> info(call);
          case "hand_to_person" -> hand(call.arguments());
          default -> rooms.run(call);
        };
    return Tool.result(call, content);
  }

  /** What it knows: a topic's word and its text. */
  final Map<String, String> knows = new LinkedHashMap<>();

  private Map<String, Object> info(ToolCall call) {
    return KnowledgeTools.over(
            (_, question, _) ->
                knows.entrySet().stream()
                    .filter(known -> question.words().contains(known.getKey()))
                    .map(known -> new KnownTopic(known.getKey(), "es", known.getValue(), 1))
                    .toList(),
            (_, question, _, _, _) -> unknown.add(question))
        .run(
            call,
            new Tool.Context(
                venue, Channel.WHATSAPP, new Guest("", ""), null, now, Locale.of("es"), "key"))
        .content();
  }

  /** What it was asked and did not know. */
  final List<String> unknown = new ArrayList<>();

  /** What was handed to a person, the latest word on it. */
  final List<String> handed = new ArrayList<>();

  private Map<String, Object> hand(Map<String, Object> asked) {
    handed.clear();
    handed.add(
        "%s %s %s %s"
            .formatted(
                asked.get("reason"),
                asked.get("date"),
                asked.get("time"),
                asked.get("party_size")));
    return Map.of("status", "handed_over", "say", "Se lo paso al equipo.");
  }

  private Map<String, Object> check(Map<String, Object> asked) {
    String reason = reason(asked);
    if (reason != null) {
      return refused(reason, asked);
    }
    return Map.of(
        "status", "free",
        "date", asked.get("date"),
        "time", asked.get("time"),
        "party_size", asked.get("party_size"));
  }

  private String reason(Map<String, Object> asked) {
    LocalDateTime at = moment(asked);
    if ((int) asked.get("party_size") > venue.rules().largestParty()) {
      return "party_too_large";
    }
    if (at.isBefore(now.toLocalDateTime())) {
      return "past";
    }
    if (at.isAfter(now.toLocalDateTime().plus(venue.rules().horizon()))) {
      return "too_far_ahead";
    }
    if (venue.hours().serviceAt(at).isEmpty()) {
      return "closed";
    }
    if (at.isBefore(now.toLocalDateTime().plus(venue.rules().notice()))) {
      return "too_soon";
    }
    return isFull(at, asked) ? "full" : null;
  }

  private boolean isFull(LocalDateTime at, Map<String, Object> asked) {
    boolean terraceFull = full.contains("terrace") && "terrace".equals(asked.get("zone"));
    return terraceFull
        || full.contains(at.toLocalDate().toString())
        || full.contains(at.toString());
  }

  private Map<String, Object> refused(String reason, Map<String, Object> asked) {
    LocalDateTime at = moment(asked);
    boolean helps = Set.of("full", "closed").contains(reason);
    return Map.of(
        "status",
        "refused",
        "reason",
        reason,
        "alternatives",
        helps ? alternatives(at, asked) : List.of(),
        "largest_party",
        venue.rules().largestParty(),
        "house_phone",
        venue.phone());
  }

  private List<Map<String, Object>> alternatives(LocalDateTime at, Map<String, Object> asked) {
    List<LocalDateTime> free = new ArrayList<>();
    for (LocalDate day = at.toLocalDate();
        free.isEmpty() && day.isBefore(at.toLocalDate().plusDays(3));
        day = day.plusDays(1)) {
      venue.hours().slots(day, venue.zone()).stream()
          .map(ZonedDateTime::toLocalDateTime)
          .filter(
              s -> s.getMinute() % 30 == 0 && s.isAfter(now.toLocalDateTime()) && !isFull(s, asked))
          .filter(s -> !takenMeanwhile.contains(s.toString()))
          .sorted(Comparator.comparing(s -> Duration.between(at, s).abs()))
          .limit(2)
          .forEach(free::add);
    }
    return free.stream()
        .map(s ->
            Map.<String, Object>of(
                "date", s.toLocalDate().toString(), "time", s.toLocalTime().toString()))
        .toList();
  }

  private Map<String, Object> create(Map<String, Object> asked) {
    String reason = reason(asked);
    if (reason == null && takenMeanwhile.contains(moment(asked).toString())) {
      full.add(moment(asked).toString());
      reason = "full";
    }
    if (reason != null) {
      return refused(reason, asked);
    }
    String reference = "K7Q" + ++booked;
    has(reference, moment(asked), (int) asked.get("party_size"), (String) asked.get("name"));
    book.getLast().put("phone", asked.getOrDefault("phone", ""));
    return Map.of(
        "status", "booked",
        "reference", reference,
        "date", asked.get("date"),
        "time", asked.get("time"),
        "party_size", asked.get("party_size"),
        "name", asked.get("name"),
        "tables", List.of("1"));
  }

  private Map<String, Object> find(Map<String, Object> asked) {
    Object reference = asked.get("reference");
    List<Map<String, Object>> found =
        book.stream()
            .filter(FakeHouse::open)
            .filter(r -> reference == null || r.get("reference").equals(reference))
            .toList();
    if (!usual.isEmpty()) {
      return Map.of("status", "none", "usual", usual);
    }
    return found.isEmpty()
        ? Map.of("status", "none")
        : Map.of("status", "found", "reservations", found);
  }

  private Map<String, Object> cancel(Map<String, Object> asked) {
    for (Map<String, Object> entry : book) {
      if (entry.get("reference").equals(asked.get("reference")) && open(entry)) {
        entry.put("status", "cancelled");
        Map<String, Object> answer = new LinkedHashMap<>(entry);
        answer.put("status", "cancelled");
        return answer;
      }
    }
    return Map.of("status", "refused", "reason", "not_found", "alternatives", List.of());
  }

  private Map<String, Object> change(Map<String, Object> asked) {
    for (Map<String, Object> entry : book) {
      if (entry.get("reference").equals(asked.get("reference")) && open(entry)) {
        Map<String, Object> after = new LinkedHashMap<>(entry);
        asked.forEach((key, value) -> {
          if (after.containsKey(key)) {
            after.put(key, value);
          }
        });
        String reason = reason(after);
        if (reason != null) {
          return refused(reason, after);
        }
        entry.putAll(after);
        after.put("status", "changed");
        after.put("say", "Cambiada: " + entry.get("reference") + ".");
        return after;
      }
    }
    return no("not_found");
  }

  private static boolean open(Map<String, Object> entry) {
    return Set.of("confirmed", "pending").contains(entry.get("status"));
  }

  private Map<String, Object> confirm() {
    for (Map<String, Object> entry : book) {
      if (entry.get("status").equals("pending")) {
        entry.put("status", "confirmed");
        Map<String, Object> answer = new LinkedHashMap<>(entry);
        answer.put("say", "Reserva confirmada: " + entry.get("reference") + ".");
        return answer;
      }
    }
    return book.stream()
        .filter(r -> r.get("status").equals("expired"))
        .findFirst()
        .map(FakeHouse::late)
        .orElseGet(() -> no("not_found"));
  }

  private static Map<String, Object> late(Map<String, Object> entry) {
    Map<String, Object> answer = new LinkedHashMap<>(entry);
    answer.put("status", "refused");
    answer.put("reason", "too_late");
    answer.put("say", "Ha llegado tarde.");
    return answer;
  }

  private Map<String, Object> join(Map<String, Object> asked) {
    waiting.add(
        "%s %s %s %s"
            .formatted(
                asked.get("date"), asked.get("time"), asked.get("party_size"), asked.get("name")));
    Map<String, Object> answer = new LinkedHashMap<>(asked);
    answer.put("status", "waiting");
    answer.put("position", waiting.size());
    answer.put("say", "Puesto " + waiting.size() + ".");
    return answer;
  }

  private Map<String, Object> leave() {
    if (waiting.isEmpty()) {
      Map<String, Object> answer = new LinkedHashMap<>(no("not_found"));
      answer.put("say", "En ninguna lista.");
      return answer;
    }
    waiting.clear();
    return Map.of("status", "left", "say", "Quitado.");
  }

  private static Map<String, Object> no(String reason) {
    return Map.of("status", "refused", "reason", reason, "alternatives", List.of());
  }

  private static LocalDateTime moment(Map<String, Object> asked) {
    return LocalDate.parse((String) asked.get("date"))
        .atTime(LocalTime.parse((String) asked.get("time")));
  }
}
