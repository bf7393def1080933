package io.conserje.conversation.builtin;

import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the book is asked about a wish, and how its answer is told from another's. */
final class BookCalls {

  private final Turn turn;
  private final Memory memory;

  BookCalls(Turn turn) {
    this.turn = turn;
    this.memory = turn.memory();
  }

  Reply check() {
    return call("check_availability", table(memory.wish));
  }

  Reply create() {
    return call("create_reservation", named());
  }

  Reply join() {
    return call("join_waitlist", named());
  }

  private Reply call(String tool, Map<String, Object> arguments) {
    return Reply.use(List.of(turn.call(0, tool, arguments)));
  }

  private Map<String, Object> named() {
    Map<String, Object> arguments = table(memory.wish);
    arguments.put("name", memory.wish.name());
    if (!turn.knowsPhone() && !memory.phone.isEmpty()) {
      arguments.put("phone", memory.phone);
    }
    if (memory.wish.notes() != null) {
      arguments.put("notes", memory.wish.notes());
    }
    return arguments;
  }

  private Map<String, Object> table(Wish wish) {
    LocalDateTime at = wish.moment(turn.hours());
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put("date", at.toLocalDate().toString());
    arguments.put("time", at.toLocalTime().toString());
    arguments.put("party_size", wish.party());
    if (wish.zone() != null) {
      arguments.put("zone", wish.zone());
    }
    Needs.put(wish.notes(), arguments);
    return arguments;
  }

  /** What a table is free or refused for. */
  String key(Wish wish) {
    LocalDateTime at = wish.moment(turn.hours());
    return at == null || wish.party() == null ? "" : key(table(wish));
  }

  static String key(Map<String, Object> asked) {
    return Stream.of("date", "time", "party_size", "zone", "high_chairs", "pets", "wheelchair")
        .map(k -> Facts.text(asked, k))
        .reduce((a, b) -> a + " " + b)
        .orElseThrow();
  }

  /** What this is the answer to. */
  Map<String, Object> asked(ToolResult result) {
    return turn.request().steps().getLast().answer().calls().stream()
        .filter(c -> c.id().equals(result.callId()))
        .map(ToolCall::arguments)
        .findFirst()
        .orElse(Map.of());
  }
}
