package io.conserje.conversation.builtin;

import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.conversation.builtin.Memory.Search;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reservations already made: telling the guest of them, and cancelling. */
final class ReservationTalk {

  private final Turn turn;
  private final Memory memory;
  private final ChangeTalk changes;

  ReservationTalk(Turn turn, ChangeTalk changes) {
    this.turn = turn;
    this.memory = turn.memory();
    this.changes = changes;
  }

  /** Null if the message is about something else. */
  Reply hear(Understanding heard) {
    boolean confirming = memory.asked == Asked.CONFIRM && heard.answer() == YesNo.YES;
    if (memory.asked == Asked.CANCEL_CONFIRM) {
      Reply reply = confirm(heard);
      if (reply != null) {
        return reply;
      }
    }
    if (memory.asked == Asked.CANCEL_WHICH) {
      Reply reply = which(heard);
      if (reply != null) {
        return reply;
      }
    }
    if (memory.asked == Asked.REFERENCE && memory.task != Task.STAY_CANCEL) {
      Reply reply = reference(heard);
      if (reply != null) {
        return reply;
      }
    }
    boolean cancels = cancels(heard);
    if (cancels && (!memory.wish.begun() || heard.about(Topic.FIND))) {
      return search(Search.CANCEL, heard);
    }
    boolean asks =
        heard.about(Topic.FIND)
            || heard.intent() == Intent.FIND
                && (heard.name() == null
                    || idle()
                        && heard.party() == null
                        && heard.time() == null
                        && Standing.booked(memory.text))
            || named(heard);
    boolean finds = asks && !cancels && !confirming && heard.intent() != Intent.CONFIRM;
    return finds && memory.task == Task.TABLE ? search(Search.TELL, heard) : null;
  }

  private boolean idle() {
    return memory.asked == Asked.NOTHING && !memory.wish.begun();
  }

  /** Who names a booking, and nothing it should become, speaks of no other. */
  private boolean named(Understanding heard) {
    return idle()
        && heard.reference() != null
        && (heard.intent() != Intent.QUESTION || !heard.question());
  }

  /** "Cuánto cuesta cancelar" is a question, unless a reservation is named. */
  private boolean cancels(Understanding heard) {
    boolean bare = heard.answer() != YesNo.NEITHER && !heard.wishes();
    boolean says =
        heard.about(Topic.CANCEL)
            || heard.intent() == Intent.CANCEL && (!bare || heard.reference() != null);
    boolean books =
        heard.about(Topic.BOOK)
            && heard.day() != null
            && heard.time() != null
            && heard.party() != null;
    says &= !CancelWords.keeps(memory.text) && !books || heard.about(Topic.CANCEL);
    says &=
        heard.about(Topic.CANCEL) || !Unfounded.in(turn, heard) && !Standing.oneMore(memory.text);
    says |= forgets(heard);
    boolean onlyAsks =
        heard.intent() == Intent.QUESTION
            && heard.question()
            && heard.day() == null
            && !heard.about(Topic.FIND);
    return says && !onlyAsks;
  }

  /** "Mejor olvídalo", of what was just booked. */
  private boolean forgets(Understanding heard) {
    return idle()
        && !memory.booked.isEmpty()
        && !heard.wishes()
        && CancelWords.forgets(memory.text);
  }

  private Reply reference(Understanding heard) {
    memory.calledBy = heard.name() == null ? memory.calledBy : heard.name();
    if (heard.reference() != null) {
      return Reply.use(
          List.of(turn.call(0, "find_reservation", new ToldReference(turn).arguments(heard))));
    }
    if (wantsTable(heard)) {
      endSearch();
      return null;
    }
    Reply meanwhile = new ToldReference(turn).meanwhile(heard);
    if (meanwhile != null) {
      return meanwhile;
    }
    boolean none = heard.answer() == YesNo.NO || heard.about(Topic.DROP) || heard.intent() == null;
    if (none && !heard.question()) {
      endSearch();
      return Reply.say(turn.more().notYours(turn.phone()));
    }
    return null;
  }

  /** Who tells when and for how many was never speaking of a table that stands. */
  private boolean wantsTable(Understanding heard) {
    boolean whole =
        heard.day() != null
            && heard.party() != null
            && !heard.party().relative()
            && (heard.time() != null || heard.part() != null);
    return memory.search != Search.CANCEL && whole && !Standing.there(memory.text);
  }

  private void endSearch() {
    memory.calledFor = "";
    memory.dropTask();
    memory.search = Search.NONE;
  }

  private Reply search(Search search, Understanding heard) {
    memory.search = search;
    memory.mentioned = heard.day() == null || all(heard) ? null : heard.day().date();
    memory.anyWeek = SameWeek.bare(memory.text);
    memory.whose = heard.name() == null || search == Search.TELL ? "" : heard.name();
    memory.all = heard.about(Topic.ALL);
    memory.asked = memory.wish.begun() ? memory.asked : Asked.NOTHING;
    String reference = heard.reference() != null ? heard.reference() : justTold(search, heard);
    Map<String, Object> arguments =
        reference == null || heard.reference() != null
            ? new ToldReference(turn).arguments(heard)
            : Map.of("reference", reference);
    return Reply.use(List.of(turn.call(0, "find_reservation", arguments)));
  }

  /** "Las dos reservas, la del 3 y la del 11": the days only tell which there are. */
  private boolean all(Understanding heard) {
    return heard.about(Topic.ALL)
        && Mentions.in(
                    memory.text, turn.tongue(), turn.now().toLocalDate(), turn.hours().holidays())
                .days()
                .size()
            > 1;
  }

  /** "Cancel it", of the one reservation the guest was just told of. */
  private String justTold(Search search, Understanding heard) {
    boolean it = search == Search.CANCEL && memory.found.size() == 1 && heard.day() == null;
    return it && !heard.about(Topic.FIND) ? memory.found.getFirst().reference() : null;
  }

  private Reply confirm(Understanding heard) {
    boolean keeps = CancelWords.keeps(memory.text) && heard.answer() != YesNo.YES;
    boolean otherwise =
        heard.wishes() && !heard.about(Topic.CANCEL) && !Standing.another(memory.text);
    boolean waits = CancelWords.waits(memory.text) || heard.question() && otherwise;
    boolean stays = keeps || waits || heard.answer() == YesNo.NO;
    if (stays && otherwise && memory.cancelling.size() == 1) {
      return changes.instead(heard, memory.cancelling.getFirst());
    }
    if (keeps) {
      return keep();
    }
    if (waits && !heard.about(Topic.CANCEL)) {
      return null;
    }
    boolean again = heard.about(Topic.CANCEL) && heard.answer() == YesNo.NEITHER;
    if (heard.answer() == YesNo.YES || again) {
      return cancelAll();
    }
    if (heard.answer() == YesNo.NO || heard.about(Topic.DROP)) {
      return keep();
    }
    boolean onlyAsks = heard.question() && heard.day() == null && heard.party() == null;
    if (heard.about(Topic.BOOK) || heard.wishes() && !onlyAsks) {
      memory.dropWish();
    }
    return null;
  }

  private Reply keep() {
    memory.asked = Asked.NOTHING;
    Later.forget(memory);
    memory.cancelling = List.of();
    return Reply.say(turn.say().kept());
  }

  private Reply cancelAll() {
    List<ToolCall> calls = new ArrayList<>();
    for (String reference : memory.cancelling) {
      calls.add(turn.call(calls.size(), "cancel_reservation", Map.of("reference", reference)));
    }
    memory.asked = Asked.NOTHING;
    return calls.isEmpty() ? null : Reply.use(calls);
  }

  private Reply which(Understanding heard) {
    if (heard.about(Topic.DROP) || heard.answer() == YesNo.NO && heard.day() == null) {
      return keep();
    }
    List<Found> chosen = Which.of(memory.found, heard);
    if (chosen.isEmpty() || chosen.size() > 1 && !heard.about(Topic.ALL)) {
      return Reply.inPassing(turn.say().whichToCancel(chosen.isEmpty() ? memory.found : chosen));
    }
    return askToCancel(chosen);
  }

  private Reply askToCancel(List<Found> chosen) {
    memory.cancelling = chosen.stream().map(Found::reference).toList();
    memory.asked = Asked.CANCEL_CONFIRM;
    return Reply.say(turn.say().confirmCancel(chosen));
  }

  /** A no to what waits for an answer: that one, or which of them. */
  Reply giveBack(List<Found> waiting) {
    memory.found = new ArrayList<>(waiting);
    if (waiting.size() > 1) {
      memory.asked = Asked.CANCEL_WHICH;
      return Reply.say(turn.say().whichToCancel(waiting));
    }
    memory.cancelling = List.of(waiting.getFirst().reference());
    return cancelAll();
  }

  /** Null if the result is another tool's. */
  Reply hear(ToolResult result) {
    return switch (result.name()) {
      case "find_reservation" -> found(result);
      case "cancel_reservation" -> cancelled(result);
      case "change_reservation" -> new AnotherNumber(turn).hear(result);
      default -> null;
    };
  }

  private Reply cancelled(ToolResult result) {
    memory.cancelling = List.of();
    memory.search = Search.NONE;
    memory.found.clear();
    if (result.status().equals("cancelled")) {
      memory.booked = "";
      memory.wasLast(result.content());
      memory.gone = Found.of(result.content()).written().replace('\n', ' ');
      return Reply.say("");
    }
    boolean gone = Facts.text(result.content(), "reason").equals("not_found");
    return Reply.say(gone ? turn.say().alreadyGone() : turn.say().cannotCancel(turn.phone()));
  }

  private Reply found(ToolResult result) {
    List<Found> all = Found.in(result.content());
    if (memory.search == Search.CHANGE && !all.isEmpty()) {
      return changes.found(all);
    }
    List<Found> own = all.stream().filter(this::whose).toList();
    if (own.isEmpty() && !all.isEmpty()) {
      endSearch();
      return Reply.say(turn.more().notOthers());
    }
    List<Found> thatDay = onTheDay(own);
    if (own.isEmpty() || thatDay.isEmpty()) {
      return none(own);
    }
    memory.found = new ArrayList<>(thatDay);
    if (memory.search == Search.TELL) {
      speakOf(thatDay);
      memory.addAside(turn.say().reservations(thatDay));
      return Reply.say("");
    }
    if (thatDay.size() == 1 || memory.all) {
      return askToCancel(thatDay);
    }
    List<Found> chosen = Which.byItsPlace(thatDay, Words.of(turn.said(memory.text)));
    if (chosen.size() == 1) {
      return askToCancel(chosen);
    }
    memory.asked = Asked.CANCEL_WHICH;
    return Reply.say(turn.say().whichToCancel(thatDay));
  }

  /** What is said next is of the one that was told. */
  private void speakOf(List<Found> told) {
    if (told.size() == 1 && memory.booked.isEmpty()) {
      Found one = told.getFirst();
      memory.booked = one.reference();
      memory.knownName = memory.knownName == null ? one.name() : memory.knownName;
      memory.lastParty = one.party();
      memory.lastDate = one.at().toLocalDate();
      memory.lastTime = one.at().toLocalTime().toString();
    }
  }

  /** A reservation in a name that shares no word with the one the guest said is not meant. */
  private boolean whose(Found found) {
    List<String> said = List.of(Tokens.plain(memory.whose).split(" "));
    return memory.whose.isEmpty()
        || List.of(Tokens.plain(found.name()).split(" ")).stream().anyMatch(said::contains);
  }

  private List<Found> onTheDay(List<Found> all) {
    if (memory.mentioned == null) {
      return all;
    }
    List<Found> there = all.stream().filter(f -> f.isOn(memory.mentioned)).toList();
    DayOfWeek weekday = memory.mentioned.getDayOfWeek();
    return there.isEmpty() && memory.anyWeek
        ? all.stream().filter(f -> f.at().getDayOfWeek() == weekday).toList()
        : there;
  }

  private Reply none(List<Found> all) {
    Sayings say = turn.say();
    boolean cancels = memory.search == Search.CANCEL;
    if (all.isEmpty()) {
      return noneAtAll();
    }
    memory.search = Search.NONE;
    memory.found = new ArrayList<>(all);
    memory.addAside(say.noReservationOn(memory.mentioned));
    if (cancels && all.size() == 1) {
      return askToCancel(all);
    }
    if (cancels) {
      memory.asked = Asked.CANCEL_WHICH;
    }
    return Reply.say(cancels ? say.whichToCancel(all) : say.reservations(all));
  }

  private Reply noneAtAll() {
    if (memory.asked == Asked.REFERENCE || memory.wish.begun()) {
      boolean referred = memory.asked == Asked.REFERENCE;
      memory.search = Search.NONE;
      if (referred) {
        endSearch();
        return Reply.say(turn.more().notYours(turn.phone()));
      }
      memory.addAside(turn.say().noReservation(turn.phone()));
      return Reply.say("");
    }
    memory.asked = Asked.REFERENCE;
    new ToldReference(turn).wanted();
    return Reply.say(turn.more().askReference());
  }
}
