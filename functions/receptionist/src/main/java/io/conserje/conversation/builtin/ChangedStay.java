package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;

/** What a stay becomes by what the guest said about it. */
final class ChangedStay {

  private static final FilteredPattern ARRIVING =
      FilteredPattern.compile(
          "\\b(?:lleg\\w+|entra\\w*|arriv\\w*|check.?in|adelant\\w+|come|(?:get|be|turn up|show up) there|get in|make it|venimos|vamos a ir)\\b");
  private static final FilteredPattern LEAVING =
      FilteredPattern.compile(
          "\\b(?:sal(?:ir|imos|go|ida|dre\\w*)|(?:nos|me) (?:vamos|voy|iremos|marcha\\w+)|irnos|irme|marchar\\w*|leav\\w+|depart\\w*"
              + "|check.?out|hasta|until|till|quedar\\w*|quedamos|stay\\w*|extend\\w*)\\b");
  private static final FilteredPattern MOVING =
      FilteredPattern.compile(
          "\\b(?:mover|mueve|pasar\\w*|pasa|trasladar|move|shift|reschedule|cambiar\\w* (?:las? fechas?|al|para))\\b");

  /** Days that say more than the name of a weekday. */
  private static final FilteredPattern DATED =
      FilteredPattern.compile(
          "\\d|\\b(?:hoy|manana|pasado|est[ae]|proxim[oa]|viene|today|tomorrow|tonight|this|next|coming|enero|febrero|marzo|abril|mayo|junio|julio|agosto"
              + "|septiembre|octubre|noviembre|diciembre|january|february|march|april|june|july|august|september|october|november|december"
              + "|primero|first|navidad|christmas)\\b");

  /** Without such a word a day that is named only tells which stay is meant. */
  private static final FilteredPattern OF_DAYS =
      FilteredPattern.compile(
          ARRIVING.pattern()
              + "|"
              + LEAVING.pattern()
              + "|"
              + MOVING.pattern()
              + "|\\b(?:mejor|instead|en vez|en lugar|cambi\\w+|chang\\w+|adelant\\w+|retras\\w+|aplaz\\w+|pospon\\w+|push\\w*|dates?|fechas?|dias|noches?|nights?|vamos|iremos|del \\d+ al|keep)\\b");

  /** The day of departure remains. */
  private static final FilteredPattern PINNED =
      FilteredPattern.compile(
          "\\b(?:salida|salimos|nos vamos|leaving|leave|departure)\\b.{0,20}\\b(?:sigue|igual|mism\\w+(?! \\d)|still|same|unchanged)\\b"
              + "|\\b(?:salida|salimos|salgo|nos vamos|me voy|vuelta|leaving|leave|departure|going home)\\b.{0,20}\\b(?:previst[oa]|planead[oa]|acordad[oa]|planned|booked|before|arranged|scheduled)\\b"
              + "|\\b(?:sigue|igual|mism\\w+|still|same)\\b.{0,20}\\b(?:salida|salimos|vamos|leaving|leave|departure)\\b");

  /** {@code el 3 en vez del 4}. */
  private static final FilteredPattern INSTEAD =
      FilteredPattern.compile("\\b(?:en (?:vez|lugar) del?|instead of|rather than)\\b");

  private static final FilteredPattern WEEKDAYS =
      FilteredPattern.compile("\\b(?:del?|from) (?:el )?(\\w+) (?:a|al|to) (?:el )?(\\w+)\\b");

  private final RoomOffer was;
  private final StayPlan said;
  private final StayShift shift;
  private final Stay stay;
  private final String plain;

  private ChangedStay(RoomOffer was, StayPlan said, StayShift shift, Stay stay, String text) {
    this.stay = stay;
    this.was = was;
    this.said = said;
    this.shift = shift;
    this.plain = CODE.matcher(Tokens.plain(text)).replaceAll("");
  }

  /** The figures of a reference are no day's. */
  private static final FilteredPattern CODE = FilteredPattern.compile("\\b[a-z]{2,4}\\d{3,}\\b");

  /** {@code two days earlier and still three nights}: the departure moves too. */
  private static final FilteredPattern AS_LONG =
      FilteredPattern.compile(
          "\\b(?:(?:mism[oa]s?|same) (?:numero de |number of |amount of )?(?:noches?|nights?|dias|days|duracion|length|tiempo)|igual de noches|as (?:many nights|long))\\b");

  /**
   * @param stay the days of the message as they are meant of that stay
   */
  static StayPlan of(
      RoomOffer was, StayPlan said, Mentions mentions, StayShift shift, Stay stay, String text) {
    return new ChangedStay(was, said, shift, stay, text).becomes(mentions);
  }

  /** Where to count from when a guest says {@code the 19th} of a stay in January. */
  static LocalDate anchor(RoomOffer was, LocalDate today, String text) {
    LocalDate before = was.arrival().minusDays(BEFORE);
    boolean ofToday = OF_TODAY.matcher(Tokens.plain(text)).find();
    return ofToday || before.isBefore(today) ? today : before;
  }

  private static final int BEFORE = 10;
  private static final FilteredPattern OF_TODAY =
      FilteredPattern.compile(
          "\\b(?:hoy|manana|pasado|today|tomorrow|tonight|next|que viene|proxim[oa]|this|est[ea] (?:semana|lunes|martes|miercoles|jueves|viernes|sabado|domingo))\\b");

  private StayPlan becomes(Mentions mentions) {
    boolean all = said.adults() != null && said.adults() == was.adults() + was.children();
    boolean told = said.adults() != null && !(all && said.children() == null);
    StayPlan to =
        new StayPlan(
            was.arrival(),
            was.departure(),
            null,
            StayPlan.sum(told ? said.adults() : Integer.valueOf(was.adults()), shift.adults()),
            StayPlan.sum(
                said.children() == null ? was.children() : said.children(), shift.children()),
            said.cots() == null ? Integer.valueOf(was.cots()) : said.cots(),
            said.room() == null ? was.room() : said.room(),
            null,
            said.notes());
    return on(to, mentions);
  }

  private StayPlan on(StayPlan to, Mentions mentions) {
    boolean other = !to.equals(unchanged());
    if (other && !shift.days() && !OF_DAYS.matcher(plain).find()) {
      return to;
    }
    StayShift around = AroundStay.in(plain, was.arrival(), was.departure());
    if (!around.none()) {
      return around.moving(to);
    }
    StayPlan moved = byWeekday(to);
    if (moved != null) {
      return moved;
    }
    if (ofItsOwn()) {
      return to.on(stay.arrival(), stay.departure());
    }
    List<LocalDate> named = mentions.days().stream().map(this::near).toList();
    if (named.size() == 1 && OtherNights.mistaken(plain)) {
      LocalDate arrival = named.getFirst();
      return to.on(
          arrival, arrival.plusDays(ChronoUnit.DAYS.between(was.arrival(), was.departure())));
    }
    List<LocalDate> days =
        named.stream()
            .filter(d -> !d.equals(was.arrival()) && !d.equals(was.departure()))
            .distinct()
            .sorted()
            .toList();
    boolean both = stay.arrival() != null && stay.departure() != null;
    if (days.size() > 2
        && both
        && days.contains(stay.arrival())
        && days.contains(stay.departure())) {
      return to.on(stay.arrival(), stay.departure());
    }
    boolean arrivalAlone =
        both
            && INSTEAD.matcher(plain).find()
            && stay.departure().equals(was.departure())
            && stay.arrival().isBefore(stay.departure())
            && !stay.arrival().equals(was.arrival());
    if (arrivalAlone) {
      return to.on(stay.arrival(), stay.departure());
    }
    if (days.size() == 1 && INSTEAD.matcher(plain).find()) {
      LocalDate day = days.getFirst();
      if (named.contains(was.departure()) && day.isAfter(was.arrival())) {
        return to.on(was.arrival(), day);
      }
      if (named.contains(was.arrival()) && day.isBefore(was.departure())) {
        return to.on(day, was.departure());
      }
    }
    if (days.size() >= 2) {
      return to.on(days.getFirst(), days.get(1));
    }
    boolean dated = days.size() == 1 && (arrives() || LEAVING.matcher(plain).find());
    if (shift.days() && !dated) {
      boolean length = said.nights() != null && said.nights() != Math.abs(shift.arrival());
      boolean asLong = length || AS_LONG.matcher(plain).find();
      return asLong && shift.arrival() != 0 ? arriving(to) : shift.moving(to);
    }
    boolean before = days.size() == 1 && days.getFirst().isBefore(was.departure());
    if (before && PINNED.matcher(plain).find()) {
      return to.on(days.getFirst(), was.departure());
    }
    if (days.size() == 1) {
      return on(to, days.getFirst());
    }
    return said.nights() == null
        ? beside(to)
        : to.on(was.arrival(), was.arrival().plusDays(said.nights()));
  }

  private StayPlan arriving(StayPlan to) {
    LocalDate day = was.arrival().plusDays(shift.arrival());
    boolean length = said.nights() != null && said.nights() != Math.abs(shift.arrival());
    return to.on(day, day.plusDays(length ? said.nights() : was.nights()));
  }

  /** {@code from 13 to 15 December instead}: both days are new, whatever day stood before. */
  private boolean ofItsOwn() {
    return stay.arrival() != null
        && stay.departure() != null
        && !stay.arrival().equals(was.arrival())
        && !stay.arrival().equals(was.departure())
        && stay.departure().isAfter(stay.arrival())
        && RANGE.matcher(plain).find();
  }

  private static final FilteredPattern RANGE =
      FilteredPattern.compile(
          "\\b(?:from|del|desde|de) (?:the |el )?(?:\\p{L}+ )?\\d{1,2}\\S*(?: (?:de |of )?\\p{L}+)? (?:to|until|till|al|a|hasta)(?: the| el)?(?: \\p{L}+)? \\d{1,2}");

  /** {@code we're booked 4-6 Dec and hope to stay through Monday}: the days are the stay's own. */
  private StayPlan beside(StayPlan to) {
    DayOfWeek day = null;
    for (String word : plain.split("[^a-z]+")) {
      day = Calendar.day(word) == null ? day : Calendar.day(word);
    }
    boolean leaves = THROUGH.matcher(plain).find();
    if (day == null || !leaves || day == was.departure().getDayOfWeek()) {
      return to;
    }
    int days = Math.floorMod(day.getValue() - was.departure().getDayOfWeek().getValue() + 3, 7) - 3;
    LocalDate until = was.departure().plusDays(days);
    return until.isAfter(was.arrival()) ? to.on(was.arrival(), until) : to;
  }

  private static final FilteredPattern THROUGH =
      FilteredPattern.compile(
          "\\b(?:through|thru|until|till|hasta|leave|leaving|irnos|marcharnos|salir|quedarnos)\\b");

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

  private StayPlan unchanged() {
    return new StayPlan(
        was.arrival(),
        was.departure(),
        null,
        was.adults(),
        was.children(),
        was.cots(),
        was.room(),
        null,
        null);
  }

  /** {@code from Sunday to Monday}, of a stay that ends on a Sunday; null if it is not so put. */
  private StayPlan byWeekday(StayPlan to) {
    Matcher weekdays = WEEKDAYS.matcher(plain);
    if (!weekdays.find()) {
      return null;
    }
    DayOfWeek before = Calendar.day(weekdays.group(1));
    DayOfWeek after = Calendar.day(weekdays.group(2));
    if (before == null || after == null) {
      return null;
    }
    int days = Math.floorMod(after.getValue() - before.getValue() + 3, 7) - 3;
    if (was.departure().getDayOfWeek() == before) {
      return to.on(was.arrival(), was.departure().plusDays(days));
    }
    return was.arrival().getDayOfWeek() == before
        ? to.on(was.arrival().plusDays(days), was.departure())
        : null;
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
