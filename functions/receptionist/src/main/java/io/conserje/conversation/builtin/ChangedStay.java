package io.conserje.conversation.builtin;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What a stay becomes by what the guest said about it. */
final class ChangedStay {

  private static final Pattern ARRIVING =
      Pattern.compile("\\b(?:lleg\\w+|entra\\w*|arriv\\w*|check.?in|adelant\\w+|come)\\b");
  private static final Pattern MOVING =
      Pattern.compile(
          "\\b(?:mover|mueve|pasar\\w*|pasa|trasladar|move|shift|reschedule|cambiar\\w* (?:las? fechas?|al|para))\\b");

  private ChangedStay() {}

  static StayPlan of(RoomOffer was, StayPlan said, Mentions mentions, int more, String text) {
    String plain = Tokens.plain(text);
    List<LocalDate> days =
        mentions.days().stream()
            .filter(d -> !d.equals(was.arrival()) && !d.equals(was.departure()))
            .sorted()
            .toList();
    LocalDate arrival = was.arrival();
    LocalDate departure = was.departure().plusDays(more);
    boolean both = days.size() >= 2;
    if (both) {
      arrival = days.getFirst();
      departure = days.get(1);
    } else if (days.size() == 1) {
      LocalDate day = days.getFirst();
      boolean earlier = !day.isAfter(was.arrival());
      boolean comes = ARRIVING.matcher(plain).find() && day.isBefore(was.departure());
      boolean moves = MOVING.matcher(plain).find() || said.nights() != null;
      if (moves && !comes) {
        int nights = said.nights() == null ? was.nights() : said.nights();
        arrival = day;
        departure = day.plusDays(nights);
      } else if (comes || earlier) {
        arrival = day;
      } else {
        departure = day;
      }
    } else if (said.nights() != null && more == 0) {
      departure = arrival.plusDays(said.nights());
    }
    return new StayPlan(
        arrival,
        departure,
        null,
        said.adults() == null ? was.adults() : said.adults(),
        said.children() == null ? Integer.valueOf(was.children()) : said.children(),
        said.cots() == null ? Integer.valueOf(was.cots()) : said.cots(),
        said.room() == null ? was.room() : said.room(),
        null,
        null);
  }

  static boolean same(RoomOffer was, StayPlan to) {
    return arguments(was, to).isEmpty();
  }

  /** Only what differs. */
  static Map<String, Object> arguments(RoomOffer was, StayPlan to) {
    Map<String, Object> arguments = new LinkedHashMap<>();
    put(arguments, "arrival", was.arrival().toString(), to.arrival().toString());
    put(arguments, "departure", was.departure().toString(), to.departure().toString());
    put(arguments, "adults", was.adults(), to.adults());
    put(arguments, "children", was.children(), to.children());
    put(arguments, "cots", was.cots(), to.cots());
    put(arguments, "room_type", was.room(), to.room());
    return arguments;
  }

  private static void put(Map<String, Object> arguments, String key, Object was, Object now) {
    if (!was.equals(now)) {
      arguments.put(key, now);
    }
  }
}
