package io.conserje.conversation.builtin;

import io.conserje.conversation.ToolResult;
import io.conserje.venue.Lodging;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Stays that are booked: told, changed, called off, with other hours. */
final class StayChangeTalk {

  private final Turn turn;
  private final Memory memory;
  private final StayMemory stays;
  private final StayEffects effects;

  StayChangeTalk(Turn turn) {
    this.turn = turn;
    this.memory = turn.memory();
    this.stays = memory.stays;
    this.effects = new StayEffects(turn);
  }

  private boolean mine() {
    return memory.task == Task.STAY_CHANGE
        || memory.task == Task.STAY_CANCEL
        || memory.task == Task.STAY_HOURS;
  }

  /** The guest's language may only be known by the message that is answered. */
  private StaySayings say() {
    return turn.rooms();
  }

  /** Null if the message is not about a stay that is booked. */
  Reply hear(Understanding heard) {
    if (!turn.hasRooms()) {
      return null;
    }
    if (mine() && memory.asked != Asked.NOTHING) {
      return goOn(heard);
    }
    Reply hours = new AskedHours(turn).hear(heard);
    if (hours != null) {
      return hours;
    }
    if (memory.task == Task.STAY && stays.plan.begun()) {
      return new StayPurpose(turn).callsOffAnother(heard)
          ? begin(Task.STAY_CANCEL, heard, Memory.Search.PERHAPS)
          : null;
    }
    if (new StayTalk(turn).group(heard)) {
      return null;
    }
    return switch (new StayPurpose(turn).of(heard)) {
      case HOURS -> begin(Task.STAY_HOURS, heard);
      case CANCEL -> begin(Task.STAY_CANCEL, heard);
      case CHANGE -> begin(Task.STAY_CHANGE, heard);
      case PERHAPS_CHANGE -> perhaps(heard);
      case NAME -> new StayGroup(turn).otherName(heard);
      case FIND -> begin(stays.wantedBy(heard), heard);
      case NOTHING -> null;
    };
  }

  /** Whether it is said of a stay that is known: a night more, a wish to be noted. */
  boolean moves(Understanding heard) {
    boolean spoken = memory.task != Task.TABLE || turn.knowsPhone() || !stays.booked.isEmpty();
    boolean wishes = heard.notes() != null && !heard.question() && !Asking.sounds(memory.text);
    return wishes
        || new StayPurpose(turn).wishesCot(heard)
        || new StayPurpose(turn).stayOn(heard)
        || new StayPurpose(turn).standing()
        || RoomsWanted.another(memory.text)
        || spoken && StayShift.in(memory.text, heard.stay()).days();
  }

  /** Of a stay that is booked, if there is one; else of a new one. */
  private Reply perhaps(Understanding heard) {
    Reply find = begin(Task.STAY_CHANGE, heard);
    memory.search = Memory.Search.PERHAPS;
    stays.plan = stays.plan.after(heard, Asked.NOTHING);
    return find;
  }

  /**
   * @param task null to tell of them only
   */
  private Reply begin(Task task, Understanding heard) {
    return begin(task, heard, task == null ? Memory.Search.TELL : Memory.Search.CHANGE);
  }

  private Reply begin(Task task, Understanding heard, Memory.Search search) {
    memory.dropTask();
    stays.wanted = "";
    memory.task = task == null ? Task.STAY : task;
    memory.search = search;
    String hours = task == Task.STAY_HOURS ? OtherHoursWords.in(memory.text) : "";
    stays.hours = hours.isEmpty() ? "" : hours + OtherHoursWords.hour(heard.time(), hours);
    take(heard);
    Map<String, Object> arguments = new ToldReference(turn).arguments(heard);
    return Reply.use(List.of(turn.call(0, "find_stay", arguments)));
  }

  private void take(Understanding heard) {
    stays.change = stays.change.changing(heard);
    stays.shift = stays.shift.and(StayShift.in(memory.text, heard.stay()));
    LocalDate today = turn.now().toLocalDate();
    memory.mentions =
        memory.mentions.and(
            Mentions.in(memory.text, turn.tongue(), today, turn.hours().holidays()));
  }

  /** Null if the result is another's. */
  Reply hear(ToolResult result) {
    return switch (result.name()) {
      case "find_stay" -> found(result);
      case "quote_stay" -> memory.task == Task.STAY_CHANGE ? quoted(result) : null;
      case "change_stay", "late_check_out", "early_check_in" -> effects.changed(stay(), result);
      case "cancel_stay" -> effects.cancelled(result);
      default -> null;
    };
  }

  private Reply found(ToolResult result) {
    List<RoomOffer> all = RoomOffer.in(result.content(), "stays");
    if (!all.isEmpty() && mine()) {
      new ToldReference(turn).recall();
    }
    boolean tell = memory.search == Memory.Search.TELL;
    boolean perhaps = memory.search == Memory.Search.PERHAPS;
    memory.search = Memory.Search.NONE;
    if (all.isEmpty() && perhaps && memory.task == Task.STAY_CANCEL) {
      memory.dropTask();
      return Reply.say(say().dropped());
    }
    if (all.isEmpty() && perhaps) {
      memory.task = Task.STAY;
      stays.change = StayPlan.NONE;
      return new StayTalk(turn).next();
    }
    if (all.isEmpty()) {
      boolean again = memory.asked == Asked.REFERENCE;
      new ToldReference(turn).wanted();
      Task task = memory.task;
      memory.ask(again ? Asked.NOTHING : Asked.REFERENCE, again ? Task.TABLE : task);
      return Reply.say(again ? turn.more().notYours(turn.phone()) : say().noneFound());
    }
    if (tell) {
      memory.dropTask();
      memory.addAside(say().stays(all));
      return Reply.say("");
    }
    stays.found = new ArrayList<>(new StaysMeant(turn).of(all));
    if (stays.found.size() == 1) {
      return chosen(stays.found.getFirst());
    }
    memory.asked = Asked.CANCEL_WHICH;
    return Reply.say(say().which(stays.found));
  }

  private Reply chosen(RoomOffer stay) {
    stays.chosen = stay.reference();
    stays.found = new ArrayList<>(List.of(stay));
    return switch (memory.task) {
      case STAY_CANCEL -> confirm();
      case STAY_HOURS -> confirm();
      default -> change(stay);
    };
  }

  private Reply confirm() {
    memory.asked = Asked.CONFIRM;
    return Reply.say(question());
  }

  private Reply change(RoomOffer was) {
    return change(was, null);
  }

  /**
   * @param base what was proposed already, or null
   */
  private Reply change(RoomOffer was, StayPlan base) {
    String text = memory.text.isEmpty() ? turn.said("") : memory.text;
    if (was.room().equals(stays.change.room())) {
      stays.change =
          stays.change.in(RoomWords.other(Words.of(text), turn.venue().lodging(), was.room()));
    }
    LocalDate from = ChangedStay.anchor(was, turn.now().toLocalDate(), text);
    Mentions near =
        Mentions.numbered(
            Mentions.in(text, turn.tongue(), from, turn.hours().holidays()),
            text,
            turn.tongue(),
            from);
    StayPlan to =
        ChangedStay.of(
            base == null ? was : was.as(base),
            stays.change,
            near.days().isEmpty() ? memory.mentions : near,
            stays.shift,
            StayWords.in(Words.of(text), turn.tongue(), from, Asked.NOTHING, turn.venue()),
            text);
    to = new WhoComes(turn).changing(to, stays.change);
    stays.shift = StayShift.NONE;
    if (ChangedStay.same(was, to) && text.contains("?") && !StayPurpose.changes(text)) {
      memory.dropTask();
      return Reply.say(say().stays(List.of(was)));
    }
    if (ChangedStay.same(was, to)) {
      memory.asked = Asked.WHAT_TO_CHANGE;
      stays.change = StayPlan.NONE;
      return Reply.say(say().askChange(was));
    }
    stays.change = to;
    if (ChangedStay.notesOnly(was, to)) {
      return effects.of(was);
    }
    return Reply.use(List.of(turn.call(0, "quote_stay", to.arguments())));
  }

  private Reply quoted(ToolResult result) {
    String reason = Facts.text(result.content(), "reason");
    List<RoomOffer> offers = RoomOffer.in(result.content(), "offers");
    stays.offers = new ArrayList<>(offers);
    boolean perhaps = offers.isEmpty() && (reason.equals("full") || reason.equals("room_taken"));
    if (!offers.isEmpty() || perhaps) {
      return confirm();
    }
    RoomOffer was = stay();
    String why = Facts.text(result.content(), "say");
    List<RoomOffer> others = RoomOffer.in(result.content(), "alternatives");
    boolean same = others.stream().anyMatch(o -> o.arrival().equals(stays.change.arrival()));
    if (same) {
      others = others.stream().filter(o -> o.arrival().equals(stays.change.arrival())).toList();
      stays.offers = new ArrayList<>(List.of(others.getFirst()));
      stays.change = stays.change.taking(others.getFirst());
      memory.addAside(why);
      return confirm();
    }
    memory.asked = Asked.WHAT_TO_CHANGE;
    return Reply.say(why + " " + say().kept(was) + " " + say().otherDates());
  }

  private RoomOffer stay() {
    return stays.found.stream()
        .filter(s -> s.reference().equals(stays.chosen))
        .findFirst()
        .orElse(null);
  }

  String question() {
    RoomOffer stay = stay();
    if (memory.asked == Asked.WHOSE) {
      return turn.more().askWhose();
    }
    if (memory.asked == Asked.REFERENCE) {
      return say().noneFound();
    }
    if (stay == null || memory.asked == Asked.CANCEL_WHICH) {
      return say().which(stays.found);
    }
    if (memory.asked == Asked.WHAT_TO_CHANGE) {
      return say().askChange(stay);
    }
    return switch (memory.task) {
      case STAY_CANCEL -> say().confirmCancel(stay, turn.now());
      case STAY_HOURS -> hoursQuestion(stay);
      default ->
          say()
              .confirmChange(
                  stay,
                  stays.change.called(turn),
                  stays.offers.isEmpty() ? "" : stays.offers.getFirst().total());
    };
  }

  private String hoursQuestion(RoomOffer stay) {
    Lodging lodging = turn.venue().lodging();
    boolean late = stays.hours.startsWith("late");
    int perCent =
        late ? lodging.terms().lateCheckOut().perCent() : lodging.terms().earlyCheckIn().perCent();
    return say().confirmHours(stay, late, effects.hour(), perCent);
  }

  private Reply goOn(Understanding heard) {
    if (memory.asked == Asked.WHOSE) {
      return meanwhile(heard);
    }
    if (memory.asked == Asked.REFERENCE) {
      return reference(heard);
    }
    if (memory.asked == Asked.CANCEL_WHICH) {
      return which(heard);
    }
    RoomOffer stay = stay();
    if (stay == null) {
      memory.dropTask();
      return null;
    }
    boolean adds =
        heard.stay().begun()
            || heard.notes() != null
            || !StayShift.in(memory.text, heard.stay()).none();
    boolean rather =
        memory.task == Task.STAY_CANCEL
            && heard.stay().arrival() != null
            && StayPurpose.changes(memory.text);
    if (rather) {
      memory.task = Task.STAY_CHANGE;
      memory.asked = Asked.WHAT_TO_CHANGE;
    }
    if (memory.task == Task.STAY_CHANGE && adds && heard.answer() != YesNo.YES) {
      StayPlan base = memory.asked == Asked.CONFIRM ? stays.change : null;
      memory.mentions = Mentions.NONE;
      stays.change = StayPlan.NONE;
      take(heard);
      return change(stay, base);
    }
    boolean keeps = memory.task == Task.STAY_CANCEL && CancelWords.keeps(heard, memory.text);
    if (keeps && memory.asked == Asked.CONFIRM && CancelWords.ofAnother(memory.text)) {
      return Reply.say(question());
    }
    if (heard.answer() == YesNo.NO || heard.about(Topic.DROP) || keeps) {
      memory.dropTask();
      return Reply.say(say().kept(stay));
    }
    boolean same =
        memory.task == Task.STAY_CANCEL
            ? heard.about(Topic.CANCEL)
            : StayPurpose.doIt(memory.text) && memory.task == Task.STAY_CHANGE;
    boolean again = same && !heard.question();
    boolean clear = !heard.question() || YesFirst.in(memory.text);
    boolean yes = heard.answer() == YesNo.YES && clear || again;
    return memory.asked == Asked.CONFIRM && yes ? effects.of(stay) : null;
  }

  private Reply meanwhile(Understanding heard) {
    Reply waits = new ToldReference(turn).meanwhile(heard);
    if (waits != null && heard.stay().begun()) {
      take(heard);
    }
    return waits;
  }

  private Reply reference(Understanding heard) {
    if (heard.reference() != null) {
      return Reply.use(
          List.of(turn.call(0, "find_stay", new ToldReference(turn).arguments(heard))));
    }
    if (memory.task == Task.STAY_CHANGE && StayPurpose.anew(heard.stay())) {
      memory.dropTask();
      return new StayTalk(turn).hear(heard, false);
    }
    Reply waits = meanwhile(heard);
    if (waits != null) {
      return waits;
    }
    boolean none =
        heard.answer() == YesNo.NO
            || heard.about(Topic.DROP)
            || heard.about(Topic.BYE)
            || heard.topics().isEmpty();
    if (ShortAnswers.nothing(Words.of(memory.text))) {
      memory.dropTask();
      return Reply.say(turn.say().fine());
    }
    if (none && !heard.question()) {
      stays.wanted = memory.task.name();
      memory.dropTask();
      return Reply.say(turn.more().notYours(turn.phone()));
    }
    return null;
  }

  private Reply which(Understanding heard) {
    if (heard.about(Topic.DROP) || heard.answer() == YesNo.NO) {
      memory.dropTask();
      return Reply.say(turn.say().kept());
    }
    LocalDate arrival = heard.stay().arrival();
    List<RoomOffer> fitting =
        stays.found.stream()
            .filter(s -> arrival == null || s.arrival().equals(arrival))
            .filter(s -> heard.stay().room() == null || s.room().equals(heard.stay().room()))
            .filter(s -> heard.reference() == null || s.isCalled(heard.reference()))
            .toList();
    int choice = heard.choice() == Choice.LAST ? stays.found.size() : heard.choice();
    if (fitting.size() == stays.found.size() && choice > 0 && choice <= stays.found.size()) {
      return chosen(stays.found.get(choice - 1));
    }
    return fitting.size() == 1
        ? chosen(fitting.getFirst())
        : Reply.inPassing(say().which(stays.found));
  }
}
