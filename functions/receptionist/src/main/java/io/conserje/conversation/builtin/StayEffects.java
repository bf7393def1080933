package io.conserje.conversation.builtin;

import io.conserje.conversation.ToolResult;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Does to a stay what the guest has agreed to, and says what came of it. */
final class StayEffects {

  private final Turn turn;
  private final Memory memory;
  private final StayMemory stays;

  StayEffects(Turn turn) {
    this.turn = turn;
    this.memory = turn.memory();
    this.stays = memory.stays;
  }

  Reply of(RoomOffer stay) {
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put("reference", stay.reference());
    String tool = "cancel_stay";
    if (memory.task == Task.STAY_HOURS) {
      tool = stays.hours.startsWith("late") ? "late_check_out" : "early_check_in";
      if (hour() != null) {
        arguments.put("time", hour().toString());
      }
    } else if (memory.task == Task.STAY_CHANGE) {
      tool = "change_stay";
      arguments.putAll(ChangedStay.arguments(stay, stays.change));
    }
    return Reply.use(List.of(turn.call(0, tool, arguments)));
  }

  Reply changed(RoomOffer stay, ToolResult result) {
    boolean done = result.status().equals("changed");
    boolean late = result.name().equals("late_check_out");
    memory.dropTask();
    if (!done) {
      String kept = stay == null ? "" : " " + turn.rooms().kept(stay);
      return Reply.say(Facts.text(result.content(), "say") + kept);
    }
    stays.booked = Facts.text(result.content(), "reference");
    String extra = RoomOffer.amount(result.content(), result.name());
    return Reply.say(extra.isEmpty() ? "" : turn.rooms().extra(late, extra));
  }

  Reply cancelled(ToolResult result) {
    boolean done = result.status().equals("cancelled");
    memory.dropTask();
    stays.booked = done ? "" : stays.booked;
    return Reply.say(done ? "" : Facts.text(result.content(), "say"));
  }

  LocalTime hour() {
    int space = stays.hours.indexOf(' ');
    return space < 0 ? null : LocalTime.parse(stays.hours.substring(space + 1));
  }
}
