package io.conserje.conversation.builtin;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What a stay becomes by what the guest said about it. */
final class ChangedStay {

  private static final Pattern ARRIVING =
      Pattern.compile(
          "\\b(?:lleg\\w+|entra\\w*|arriv\\w*|check.?in|adelant\\w+|come|venimos|vamos a ir)\\b");
  private static final Pattern LEAVING =
      Pattern.compile(
          "\\b(?:sal(?:ir|imos|go|ida|dre\\w*)|(?:nos|me) (?:vamos|voy|iremos|marcha\\w+)|irnos|irme|marchar\\w*|leav\\w+|depart\\w*"
              + "|check.?out|hasta|until|till|quedar\\w*|quedamos|stay\\w*|extend\\w*)\\b");
  private static final Pattern MOVING =
      Pattern.compile(
          "\\b(?:mover|mueve|pasar\\w*|pasa|trasladar|move|shift|reschedule|cambiar\\w* (?:las? fechas?|al|para))\\b");

  /** Days that say more than the name of a weekday. */
  private static final Pattern DATED =
      Pattern.compile(
          "\\d|\\b(?:hoy|manana|pasado|est[ae]|proxim[oa]|viene|today|tomorrow|tonight|this|next|coming|enero|febrero|marzo|abril|mayo|junio|julio|agosto"
              + "|septiembre|octubre|noviembre|diciembre|january|february|march|april|june|july|august|september|october|november|december"
              + "|primero|first|navidad|christmas)\\b");

  private final RoomOffer was;
  private final StayPlan said;
  private final StayShift shift;
  private final String plain;

  private ChangedStay(RoomOffer was, StayPlan said, StayShift shift, String text) {
    this.was = was;
    this.said = said;
    this.shift = shift;
    this.plain = Tokens.plain(text);
  }

  static StayPlan of(
      RoomOffer was, StayPlan said, Mentions mentions, StayShift shift, String text) {
    return new ChangedStay(was, said, shift, text).becomes(mentions);
  }

  private StayPlan becomes(Mentions mentions) {
    StayPlan to =
        new StayPlan(
            was.arrival(),
            was.departure(),
            null,
            StayPlan.sum(said.adults() == null ? was.adults() : said.adults(), shift.adults()),
            StayPlan.sum(
                said.children() == null ? was.children() : said.children(), shift.children()),
            said.cots() == null ? Integer.valueOf(was.cots()) : said.cots(),
            said.room() == null ? was.room() : said.room(),
            null,
            said.notes());
    return on(to, mentions);
  }

  private StayPlan on(StayPlan to, Mentions mentions) {
    List<LocalDate> days =
        mentions.days().stream()
            .map(this::near)
            .filter(d -> !d.equals(was.arrival()) && !d.equals(was.departure()))
            .distinct()
            .sorted()
            .toList();
    if (days.size() >= 2) {
      return to.on(days.getFirst(), days.get(1));
    }
    if (shift.days()) {
      return shift.moving(to);
    }
    if (days.size() == 1) {
      return on(to, days.getFirst());
    }
    return said.nights() == null ? to : to.on(was.arrival(), was.arrival().plusDays(said.nights()));
  }

  private StayPlan on(StayPlan to, LocalDate day) {
    boolean earlier = !day.isAfter(was.arrival());
    boolean comes = arrives() && day.isBefore(was.departure());
    boolean moves = MOVING.matcher(plain).find() || said.nights() != null;
    if (moves && !comes) {
      int nights = said.nights() == null ? was.nights() : said.nights();
      return to.on(day, day.plusDays(nights));
    }
    return comes || earlier ? to.on(day, was.departure()) : to.on(was.arrival(), day);
  }

  private boolean arrives() {
    return ARRIVING.matcher(plain).find();
  }

  /** {@code el sábado} is the one of the stay, not the next of the calendar. */
  private LocalDate near(LocalDate day) {
    if (DATED.matcher(plain).find()) {
      return day;
    }
    boolean leaves = LEAVING.matcher(plain).find() && !arrives();
    LocalDate anchor = leaves ? was.departure() : was.arrival();
    long weeks = Math.round(ChronoUnit.DAYS.between(day, anchor) / 7.0);
    LocalDate near = day.plusWeeks(Math.max(0, weeks));
    return leaves && !near.isAfter(was.arrival()) ? near.plusWeeks(1) : near;
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
    if (to.notes() != null) {
      arguments.put("notes", to.notes());
    }
    return arguments;
  }

  /** A wish for the house to note, which needs neither price nor yes. */
  static boolean notesOnly(RoomOffer was, StayPlan to) {
    return arguments(was, to).keySet().equals(Set.of("notes"));
  }

  private static void put(Map<String, Object> arguments, String key, Object was, Object now) {
    if (!was.equals(now)) {
      arguments.put(key, now);
    }
  }
}
