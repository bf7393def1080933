package io.conserje.conversation.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What is kept of a conversation about rooms. */
final class StayMemory {

  StayPlan plan = StayPlan.NONE;

  /** What the guest can choose from: free rooms, or what is offered instead. */
  List<RoomOffer> offers = new ArrayList<>();

  /** What was asked when they were told. */
  String quoted = "";

  /** The guest's own stays. */
  List<RoomOffer> found = new ArrayList<>();

  /** The stay that is to be changed or called off, or empty. */
  String chosen = "";

  /** What it is to become, as a tool is asked; see {@link StayChangeTalk}. */
  StayPlan change = StayPlan.NONE;

  /** {@code late_check_out} or {@code early_check_in}, with the hour, if one was named. */
  String hours = "";

  /** What is said beside the stay that is to be changed. */
  StayShift shift = StayShift.NONE;

  /**
   * The types of the rooms wanted, while it is not known who sleeps where; see {@link
   * SeveralRooms}.
   */
  List<String> rooms = new ArrayList<>();

  /** The rooms that are to be booked after this one. */
  List<String> queue = new ArrayList<>();

  /** What all the rooms of a party cost together, or empty. */
  String altogether = "";

  /** Whether one of several rooms has been booked, and this is one after it. */
  boolean further;

  /** The cheapest or the dearest, if the guest said so beforehand; or empty. */
  String prefers = "";

  /** What was booked last in this conversation, as it was wished for. */
  StayPlan last = StayPlan.NONE;

  /** What was wanted of a stay whose reference the guest did not tell, or empty. */
  String wanted = "";

  /** The stay that was booked last in this conversation, or empty. */
  String booked = "";

  void read(Map<String, String> map) {
    plan = StayPlan.read(map);
    offers = Memory.list(map, "stay.offers", RoomOffer::read);
    quoted = map.getOrDefault("stay.quoted", "");
    found = Memory.list(map, "stay.found", RoomOffer::read);
    chosen = map.getOrDefault("stay.chosen", "");
    change = StayPlan.read(Maps.under(map, "to."));
    hours = map.getOrDefault("stay.hours", "");
    shift = StayShift.read(map.getOrDefault("stay.shift", ""));
    rooms = Memory.list(map, "stay.rooms", Function.identity());
    queue = Memory.list(map, "stay.queue", Function.identity());
    altogether = map.getOrDefault("stay.altogether", "");
    further = map.containsKey("stay.further");
    prefers = map.getOrDefault("stay.prefers", "");
    last = StayPlan.read(Maps.under(map, "last."));
    wanted = map.getOrDefault("stay.wanted", "");
    booked = map.getOrDefault("stay.booked", "");
  }

  void write(Map<String, String> map) {
    plan.write(map);
    Memory.write(map, "stay.offers", Memory.lines(offers, RoomOffer::written));
    Memory.write(map, "stay.quoted", quoted);
    Memory.write(map, "stay.found", Memory.lines(found, RoomOffer::written));
    Memory.write(map, "stay.chosen", chosen);
    Maps.write(map, "to.", change::write);
    Memory.write(map, "stay.hours", hours);
    Memory.write(map, "stay.shift", shift.written());
    Memory.write(map, "stay.rooms", Memory.lines(rooms, Function.identity()));
    Memory.write(map, "stay.queue", Memory.lines(queue, Function.identity()));
    Memory.write(map, "stay.altogether", altogether);
    Memory.write(map, "stay.further", further ? "yes" : "");
    Memory.write(map, "stay.prefers", prefers);
    Maps.write(map, "last.", last::write);
    Memory.write(map, "stay.wanted", wanted);
    Memory.write(map, "stay.booked", booked);
  }

  /** What was wanted before the reference was refused, which is told now; else null. */
  Task wantedBy(Understanding heard) {
    boolean told = heard.reference() != null && !heard.question() && !wanted.isEmpty();
    return told ? Task.valueOf(wanted) : null;
  }

  /** All but what was booked. */
  void drop() {
    plan = StayPlan.NONE;
    offers.clear();
    quoted = "";
    found.clear();
    chosen = "";
    change = StayPlan.NONE;
    hours = "";
    shift = StayShift.NONE;
    rooms.clear();
    queue.clear();
    further = false;
    prefers = "";
  }
}
