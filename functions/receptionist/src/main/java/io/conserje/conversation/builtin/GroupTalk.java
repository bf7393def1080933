package io.conserje.conversation.builtin;

import io.conserje.conversation.ToolResult;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A party the house does not book by itself: a person gets everything the guest has said, at once,
 * and again when the guest has said more.
 */
final class GroupTalk {

  private final Turn turn;
  private final Memory memory;
  private final Questions questions;

  GroupTalk(Turn turn) {
    this.turn = turn;
    this.memory = turn.memory();
    this.questions = new Questions(turn);
  }

  Reply handOver() {
    Map<String, Object> arguments = collected();
    if (arguments.toString().equals(memory.handed)) {
      return ask(turn.say().engine().handedOver());
    }
    memory.handed = arguments.toString();
    return Reply.use(List.of(turn.call(0, "hand_to_person", arguments)));
  }

  private Map<String, Object> collected() {
    Wish wish = memory.wish;
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put("reason", "group");
    arguments.put("party_size", wish.party());
    if (wish.date() != null) {
      arguments.put("date", wish.date().toString());
    }
    LocalDateTime at = wish.date() == null ? null : wish.moment(turn.hours());
    if (at != null) {
      arguments.put("time", at.toLocalTime().toString());
    }
    if (wish.name() != null) {
      arguments.put("name", wish.name());
    }
    if (wish.notes() != null) {
      arguments.put("notes", wish.notes());
    }
    return arguments;
  }

  /** Null if the result is another tool's. */
  Reply hear(ToolResult result) {
    return result.name().equals("hand_to_person") ? ask("") : null;
  }

  /** What the person will want to know first; {@code otherwise} when all of it is known. */
  private Reply ask(String otherwise) {
    Wish wish = memory.wish;
    if (wish.date() == null || wish.time() == null && wish.settled() == null) {
      memory.asked = wish.date() == null ? Asked.DATE : Asked.TIME;
      return Reply.say(questions.of(memory.asked));
    }
    memory.asked = Asked.PARTY;
    return Reply.say(otherwise);
  }
}
