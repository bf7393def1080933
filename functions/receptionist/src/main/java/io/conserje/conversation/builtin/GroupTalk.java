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

  private static final String COLLECTING = "collecting";

  private final Turn turn;
  private final Memory memory;
  private final Questions questions;

  GroupTalk(Turn turn) {
    this.turn = turn;
    this.memory = turn.memory();
    this.questions = new Questions(turn);
  }

  /** Asks for what a person will want to know first, then tells a person. */
  Reply handOver() {
    Asked missing = missing();
    if (missing != Asked.NOTHING) {
      memory.asked = missing;
      boolean first = memory.handed.isEmpty();
      memory.handed = memory.handed.isEmpty() ? COLLECTING : memory.handed;
      String question = missing == Asked.NAME ? turn.say().askName() : questions.of(missing);
      return Reply.say(first ? turn.more().groupByPerson() + " " + question : question);
    }
    Map<String, Object> arguments = collected();
    if (arguments.toString().equals(memory.handed)) {
      return Reply.say(turn.say().engine().handedOver());
    }
    memory.handed = arguments.toString();
    return Reply.use(List.of(turn.call(0, "hand_to_person", arguments)));
  }

  /** A group's details are being collected. */
  boolean underWay() {
    return memory.handed.equals(COLLECTING);
  }

  private Asked missing() {
    Wish wish = memory.wish;
    if (wish.date() == null) {
      return Asked.DATE;
    }
    if (wish.time() == null && wish.settled() == null) {
      return Asked.TIME;
    }
    if (wish.name() == null && new Naming(turn).known()) {
      new Naming(turn).propose();
    }
    if (memory.wish.name() == null) {
      return Asked.NAME;
    }
    if (new PhoneTalk(turn).missing()) {
      return Asked.PHONE;
    }
    return memory.wish.notes() == null && !memory.occasionAsked ? occasion() : Asked.NOTHING;
  }

  private Asked occasion() {
    memory.occasionAsked = true;
    return Asked.NOTES;
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
    if (!turn.knowsPhone() && !memory.phone.isEmpty()) {
      arguments.put("phone", memory.phone);
    }
    if (!memory.groupSaid.isEmpty()) {
      arguments.put("notes", memory.groupSaid);
    }
    return arguments;
  }

  /** Null if the result is another tool's. */
  Reply hear(ToolResult result) {
    if (!result.name().equals("hand_to_person")) {
      return null;
    }
    memory.dropWish();
    memory.groupSaid = "";
    memory.occasionAsked = false;
    return Reply.say("");
  }
}
