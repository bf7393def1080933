package io.conserje.conversation.builtin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a person of the house has to see to: a party for whom one room will not do, another name.
 */
record StayGroup(Turn turn) {

  /**
   * @param why one room will not do, to be said
   */
  Reply handOver(String why) {
    turn.memory().addAside(why);
    return handOver();
  }

  /** A person finds a way with several rooms. */
  Reply handOver() {
    Memory memory = turn.memory();
    StayPlan plan = memory.stays.plan;
    Map<String, Object> arguments = new LinkedHashMap<>();
    int adults = plan.adults() == null ? 0 : plan.adults();
    int guests = adults + (plan.children() == null ? 0 : plan.children());
    boolean group = guests > turn.venue().rules().largestParty() || !memory.stays.rooms.isEmpty();
    String reason = group ? "group" : "other";
    arguments.put("reason", reason);
    if (plan.arrival() != null) {
      arguments.put("date", plan.arrival().toString());
    }
    if (guests > 0) {
      arguments.put("party_size", guests);
    }
    if (plan.name() != null) {
      arguments.put("name", plan.name());
    }
    if (!turn.knowsPhone() && !memory.phone.isEmpty()) {
      arguments.put("phone", memory.phone);
    }
    arguments.put("notes", turn.said(memory.groupSaid));
    memory.groupSaid = "";
    memory.dropTask();
    memory.handing = reason;
    return Reply.use(List.of(turn.call(0, "hand_to_person", arguments)));
  }

  /** Whose name a stay is under, no tool changes. */
  Reply otherName(Understanding heard) {
    Memory memory = turn.memory();
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put("reason", "other");
    if (heard.name() != null) {
      arguments.put("name", heard.name());
    }
    if (!memory.phone.isEmpty()) {
      arguments.put("phone", memory.phone);
    }
    arguments.put("notes", turn.said(""));
    memory.dropTask();
    memory.handing = "other";
    return Reply.use(List.of(turn.call(0, "hand_to_person", arguments)));
  }
}
