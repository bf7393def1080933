package io.conserje.conversation.builtin;

import io.conserje.conversation.builtin.MoreSayings.Becomes;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a reservation becomes by a change.
 *
 * @param change only what is to be different
 */
record Becoming(Turn turn, Found was, Wish change) {

  /** What is read back. */
  Becomes read() {
    boolean named = change.name() != null && !change.name().equalsIgnoreCase(was.name());
    return new Becomes(
        moment(),
        party(),
        named ? change.name() : null,
        change.zone(),
        Removals.told(change.notes(), turn.tongue()));
  }

  int party() {
    return change.party() == null ? was.party() : change.party();
  }

  LocalDateTime moment() {
    if (change.settled() != null) {
      return change.settled();
    }
    LocalDate day = change.date() == null ? was.at().toLocalDate() : change.date();
    if (change.time() == null) {
      return day.atTime(was.at().toLocalTime());
    }
    PartOfDay part = change.part();
    boolean evening = was.at().getHour() >= 18;
    PartOfDay usual = evening ? PartOfDay.DINNER : PartOfDay.LUNCH;
    boolean sameMeal = part == null && turn.hours().servicesOf(day).stream().anyMatch(usual::meets);
    return change.time().seatedOn(day, sameMeal ? usual : part, turn.hours());
  }

  /** As a table is asked for. */
  Map<String, Object> table() {
    Map<String, Object> arguments = new LinkedHashMap<>();
    LocalDateTime at = moment();
    arguments.put("date", at.toLocalDate().toString());
    arguments.put("time", at.toLocalTime().toString());
    arguments.put("party_size", party());
    if (change.zone() != null) {
      arguments.put("zone", change.zone());
    }
    Needs.put(change.notes(), arguments);
    return arguments;
  }

  /** Only what differs. */
  Map<String, Object> arguments() {
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put("reference", was.reference());
    LocalDateTime at = moment();
    if (!at.equals(was.at())) {
      arguments.put("date", at.toLocalDate().toString());
      arguments.put("time", at.toLocalTime().toString());
    }
    put(arguments, "party_size", change.party());
    put(arguments, "zone", change.zone());
    put(arguments, "name", change.name());
    Needs.put(change.notes(), arguments);
    Removals.arguments(change.notes(), arguments);
    put(arguments, "notes", Removals.become(was.notes(), change.notes(), turn.tongue()));
    return arguments;
  }

  private static void put(Map<String, Object> arguments, String key, Object value) {
    if (value != null) {
      arguments.put(key, value);
    }
  }
}
