package io.conserje.conversation.builtin;

import io.conserje.conversation.ToolResult;
import io.conserje.conversation.builtin.Memory.Search;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A reservation that is to become another: which one, into what, read back, changed. */
final class ChangeTalk {

  private static final int LONGEST_MEAL = 3;

  private final Turn turn;
  private final Memory memory;
  private final Offers offers;
  private final Relative relative;

  /** Whether the new hour was said in relation to the old one: only the book can name it. */
  private boolean shifted;

  ChangeTalk(Turn turn) {
    this.turn = turn;
    this.memory = turn.memory();
    this.offers = new Offers(turn);
    this.relative = new Relative(turn);
  }

  /** Null if the message is about something else. */
  Reply hear(Understanding heard) {
    if (memory.asked == Asked.REFERENCE || memory.asked == Asked.WHOSE) {
      return null;
    }
    if (memory.task == Task.CHANGE && memory.asked != Asked.NOTHING) {
      return goOn(heard);
    }
    return new WantsChange(turn).in(heard) ? begin(heard) : null;
  }

  private Reply begin(Understanding heard) {
    Shift shift = memory.shift;
    Edge edge = memory.edge;
    memory.dropTask();
    memory.shift = shift;
    memory.edge = edge;
    memory.task = Task.CHANGE;
    take(heard);
    if (memory.standing != null && !memory.standing.isEmpty()) {
      return found(memory.standing);
    }
    memory.search = Search.CHANGE;
    return Reply.use(
        List.of(turn.call(0, "find_reservation", new ToldReference(turn).arguments(heard))));
  }

  /** {@code no, keep it but just for three}: what was to be cancelled is changed. */
  Reply instead(Understanding heard, String reference) {
    List<Found> kept = memory.found.stream().filter(f -> f.isCalled(reference)).toList();
    memory.standing = kept;
    memory.asked = Asked.NOTHING;
    return begin(heard);
  }

  /** Puts into the change what the message says. */
  private void take(Understanding heard) {
    memory.more += heard.party() != null && heard.party().relative() ? heard.party().size() : 0;
    String named = memory.change.name();
    memory.change = memory.change.after(heard);
    memory.change =
        ChangeWords.renames(memory.text) ? memory.change : memory.change.withName(named);
    LocalDate today = turn.now().toLocalDate();
    memory.mentions =
        memory.mentions.and(
            Mentions.in(memory.text, turn.tongue(), today, turn.hours().holidays()));
    if (relative.tellsWhy()) {
      memory.change = memory.change.withTime(null);
      memory.mentions = new Mentions(memory.mentions.days(), List.of(), memory.mentions.parties());
    }
    memory.change = memory.change.noting(Removals.put(memory.text, memory.change.notes()));
  }

  /** The guest's reservations, for a change. */
  Reply found(List<Found> all) {
    memory.search = Search.NONE;
    List<Found> meant = meant(all);
    memory.found = new ArrayList<>(meant.isEmpty() ? all : meant);
    if (memory.found.size() == 1) {
      return chosen(memory.found.getFirst());
    }
    memory.ask(Asked.CANCEL_WHICH, Task.CHANGE);
    return Reply.say(turn.more().whichToChange(memory.found));
  }

  private List<Found> meant(List<Found> all) {
    List<Found> days = all.stream().filter(memory.mentions::day).toList();
    List<Found> left = days.isEmpty() ? all : days;
    List<Found> times = left.stream().filter(memory.mentions::time).toList();
    left = times.isEmpty() ? left : times;
    List<Found> just = left.stream().filter(f -> f.isCalled(memory.booked)).toList();
    boolean named = !days.isEmpty() || !times.isEmpty();
    return left.size() > 1 && !just.isEmpty() && !named ? just : left;
  }

  private Reply chosen(Found was) {
    memory.cancelling = List.of(was.reference());
    Mentions named = memory.mentions;
    memory.mentions = Mentions.NONE;
    HourOrParty stands = new HourOrParty(was.party(), was.at().toLocalTime());
    Wish change = Compared.amended(memory.change, stands, turn.said(memory.text), turn.tongue());
    LocalDate day = named.days().isEmpty() ? change.date() : named.otherDay(was);
    day =
        SameWeek.of(day, was.at().toLocalDate(), turn.now().toLocalDate(), turn.said(memory.text));
    if (!Objects.equals(day, change.date())) {
      change = change.withDate(day);
    }
    TimeWish time = named.times().isEmpty() ? change.time() : named.otherTime(was);
    if (!Objects.equals(time, change.time())) {
      change = change.withTime(time == null ? null : time.in(change.part()));
    }
    shifted = relative.moves();
    change = relative.changed(change, was);
    if (was.isOn(change.date())) {
      change = change.withDate(null);
    }
    if (change.time() != null && was.isAt(change.time()) && change.date() == null) {
      change = change.withTime(null);
    }
    if (change.party() != null && change.party() == was.party() && named.otherParty(was) != null) {
      change = change.withParty(named.otherParty(was));
    }
    int party = change.party() == null ? was.party() : change.party();
    party = Math.max(1, party + memory.more);
    memory.more = 0;
    memory.change = change.withParty(party == was.party() ? null : Integer.valueOf(party));
    return next(was);
  }

  private Reply next(Found was) {
    if (!different(was)) {
      if (otherHour()) {
        return askTime(was.at().toLocalDate());
      }
      memory.ask(Asked.WHAT_TO_CHANGE, Task.CHANGE);
      return Reply.say(turn.more().whatToChange(was));
    }
    LocalDateTime at = becoming(was).moment();
    if (needsTime(was)) {
      return askTime(at.toLocalDate());
    }
    String key = at + " " + becoming(was).party() + " " + memory.change.zone();
    boolean moves = shifted || Math.abs(Duration.between(was.at(), at).toHours()) >= LONGEST_MEAL;
    if (moves && !key.equals(memory.free)) {
      memory.free = key;
      return Reply.use(List.of(turn.call(0, "check_availability", becoming(was).table())));
    }
    return readBack(was);
  }

  private Reply askTime(LocalDate day) {
    memory.ask(Asked.TIME, Task.CHANGE);
    return Reply.say(turn.say().askTime(day, turn.hours().servicesOf(day)));
  }

  /** "Could it be a bit earlier?" */
  private boolean otherHour() {
    Set<Topic> topics = TopicWords.in(Words.of(turn.said(memory.text)));
    return memory.asked != Asked.TIME
        && (topics.contains(Topic.EARLIER)
            || topics.contains(Topic.LATER)
            || topics.contains(Topic.OTHER_TIME));
  }

  /** "To lunch instead": the hour is open again. */
  private boolean needsTime(Found was) {
    Wish change = memory.change;
    return change.part() != null
        && change.time() == null
        && change.settled() == null
        && !change.part().holds(was.at().getHour());
  }

  private boolean different(Found was) {
    Wish change = memory.change;
    boolean named = change.name() != null && !change.name().equalsIgnoreCase(was.name());
    Becoming becoming = becoming(was);
    boolean moved = !becoming.moment().equals(was.at()) || becoming.party() != was.party();
    return moved || needsTime(was) || named || change.zone() != null || change.notes() != null;
  }

  private Reply readBack(Found was) {
    memory.ask(Asked.CONFIRM, Task.CHANGE);
    return Reply.say(question());
  }

  /** What is open, said again. */
  String question() {
    Found was = was();
    if (memory.asked == Asked.REFERENCE || memory.asked == Asked.WHOSE) {
      return memory.asked == Asked.WHOSE ? turn.more().askWhose() : turn.more().askReference();
    }
    if (memory.asked == Asked.CANCEL_WHICH || was == null) {
      return memory.found.isEmpty() ? "" : turn.more().whichToChange(memory.found);
    }
    return switch (memory.asked) {
      case CONFIRM -> turn.more().confirmChange(was, becoming(was).read());
      case OFFER -> turn.say().whichOffer(memory.offers, becoming(was).moment().toLocalDate());
      case OTHER_MOMENT -> turn.say().otherDayOrTime();
      case TIME ->
          turn.say()
              .askTime(
                  becoming(was).moment().toLocalDate(),
                  turn.hours().servicesOf(becoming(was).moment().toLocalDate()));
      default -> turn.more().whatToChange(was);
    };
  }

  private Becoming becoming(Found was) {
    return becoming(was, memory.change);
  }

  private Becoming becoming(Found was, Wish change) {
    return new Becoming(turn, was, change);
  }

  private Found was() {
    return memory.found.stream()
        .filter(f -> memory.cancelling.contains(f.reference()))
        .findFirst()
        .orElse(null);
  }

  private Reply goOn(Understanding heard) {
    if (memory.asked == Asked.CANCEL_WHICH) {
      return which(heard);
    }
    Found was = was();
    if (was == null) {
      memory.dropTask();
      return null;
    }
    Wish rest = KeptPart.without(memory.text, memory.change);
    if (memory.asked == Asked.CONFIRM && !rest.equals(memory.change)) {
      memory.change = rest;
      return again(was);
    }
    if (keeps(heard)) {
      return keep(was);
    }
    if (heard.about(Topic.CANCEL)) {
      memory.dropTask();
      return null;
    }
    Wish before = memory.change;
    Offer offered = memory.asked == Asked.OFFER ? offers.chosen(heard) : null;
    take(heard);
    memory.change = offered == null ? memory.change : before.at(offered);
    boolean changed =
        !memory.change.equals(before)
            || memory.more != 0
            || relative.moves()
            || memory.asked == Asked.REFERENCE;
    if (changed) {
      boolean wishes = heard.wishes() || relative.moves();
      boolean asks = heard.question() && memory.asked == Asked.CONFIRM && !wishes;
      return asks ? null : agreed(heard, becoming(was, before), again(was));
    }
    return answered(heard, was);
  }

  /** {@code sí, al domingo}: what was read back, said once more. */
  private Reply agreed(Understanding heard, Becoming told, Reply reply) {
    boolean same = told.arguments().equals(becoming(was()).arguments());
    boolean yes = memory.asked == Asked.CONFIRM && heard.answer() == YesNo.YES && !heard.question();
    return same && yes ? answered(heard, was()) : reply;
  }

  private Reply again(Found was) {
    memory.free = "";
    return chosen(was);
  }

  private boolean keeps(Understanding heard) {
    boolean no = heard.answer() == YesNo.NO || heard.about(Topic.DROP) || asWas();
    boolean elsewhere = memory.asked == Asked.OFFER && heard.wishes() && !asWas();
    boolean corrects =
        memory.asked == Asked.CONFIRM && heard.wishes() && !asWas() && !KeptPart.is(was(), heard);
    return no && !elsewhere && !corrects;
  }

  private boolean asWas() {
    return KeptPart.all(memory.text);
  }

  private Reply answered(Understanding heard, Found was) {
    if (memory.asked == Asked.CONFIRM && Assent.to(heard, memory.text)) {
      return Reply.use(List.of(turn.call(0, "change_reservation", becoming(was).arguments())));
    }
    if (memory.asked == Asked.OTHER_MOMENT && heard.answer() == YesNo.YES) {
      memory.change = memory.change.withTime(null).withDate(null);
      memory.asked = Asked.WHAT_TO_CHANGE;
      return Reply.say(turn.more().whatToChange(was));
    }
    boolean day = heard.about(Topic.THE_DAY) || heard.about(Topic.OTHER_DAY);
    boolean time = heard.about(Topic.THE_TIME) || heard.about(Topic.OTHER_TIME);
    if (memory.asked == Asked.WHAT_TO_CHANGE && (day || time || heard.about(Topic.THE_PARTY))) {
      String ask =
          day
              ? turn.say().askDate()
              : time
                  ? turn.say()
                      .askTime(
                          was.at().toLocalDate(), turn.hours().servicesOf(was.at().toLocalDate()))
                  : turn.say().askParty();
      memory.asked = day ? Asked.DATE : time ? Asked.TIME : Asked.PARTY;
      return Reply.say(ask);
    }
    return null;
  }

  private Reply which(Understanding heard) {
    if (heard.about(Topic.DROP) || heard.answer() == YesNo.NO && !heard.wishes()) {
      memory.dropTask();
      return Reply.say(turn.say().kept());
    }
    List<Found> chosen = Which.of(memory.found, heard);
    if (chosen.size() != 1 && heard.wishes()) {
      List<Found> before = memory.found;
      take(heard);
      chosen = meant(before);
      boolean told = chosen.size() < before.size();
      chosen = told ? chosen : List.of();
    }
    if (chosen.size() != 1) {
      return Reply.inPassing(turn.more().whichToChange(chosen.isEmpty() ? memory.found : chosen));
    }
    return chosen(chosen.getFirst());
  }

  private Reply keep(Found was) {
    memory.dropTask();
    memory.cancelling = List.of();
    return Reply.say(turn.more().staysAsItWas(was));
  }

  /** Null if the result is another's. */
  Reply hear(ToolResult result) {
    if (memory.task != Task.CHANGE) {
      return null;
    }
    return switch (result.name()) {
      case "check_availability" -> checked(result);
      case "change_reservation" -> changed(result);
      default -> null;
    };
  }

  private Reply checked(ToolResult result) {
    Found was = was();
    boolean near =
        Duration.between(was.at(), becoming(was).moment()).abs().toHours() < LONGEST_MEAL;
    boolean own = near && Facts.text(result.content(), "reason").equals("full");
    return result.status().equals("free") || own ? readBack(was) : refused(result);
  }

  private Reply changed(ToolResult result) {
    if (!result.status().equals("changed")) {
      return refused(result);
    }
    memory.booked = Facts.text(result.content(), "reference");
    memory.wasLast(result.content());
    memory.cancelling = List.of();
    memory.found.clear();
    memory.dropTask();
    return Reply.say("");
  }

  private Reply refused(ToolResult result) {
    Found was = was();
    Map<String, Object> asked = becoming(was).table();
    String why = new Refused(turn, result.content(), asked).why();
    String stays = why + " " + turn.more().staysAsItWas(was);
    memory.offers =
        new ArrayList<>(
            Facts.list(result.content(), "alternatives").stream().map(Offer::of).toList());
    memory.free = "";
    if (memory.offers.isEmpty()) {
      memory.ask(Asked.OTHER_MOMENT, Task.CHANGE);
      return Reply.say(stays + " " + turn.say().otherDayOrTime());
    }
    memory.ask(Asked.OFFER, Task.CHANGE);
    return Reply.say(
        stays + " " + turn.say().offer(memory.offers, becoming(was).moment().toLocalDate()));
  }
}
