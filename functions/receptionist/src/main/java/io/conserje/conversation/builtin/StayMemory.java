package io.conserje.conversation.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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

  /** How many nights more, or fewer. */
  int more;

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
    more = Integer.parseInt(map.getOrDefault("stay.more", "0"));
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
    Memory.write(map, "stay.more", more == 0 ? null : more);
    Memory.write(map, "stay.booked", booked);
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
    more = 0;
  }
}
