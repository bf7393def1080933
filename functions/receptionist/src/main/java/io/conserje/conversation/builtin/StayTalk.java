package io.conserje.conversation.builtin;

import io.conserje.conversation.ToolResult;
import io.conserje.knowledge.Question;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A room from the first wish to the entry in the book. */
final class StayTalk {

  private static final Set<Intent> OTHERS =
      EnumSet.of(Intent.CANCEL, Intent.CHANGE, Intent.FIND, Intent.CONFIRM);

  private final Turn turn;
  private final Memory memory;
  private final StayMemory stays;
  private final PhoneTalk phones;
  private final Naming naming;
  private final SeveralRooms several;
  private final WhoComes whoComes;

  StayTalk(Turn turn) {
    this.turn = turn;
    this.memory = turn.memory();
    this.stays = memory.stays;
    this.phones = new PhoneTalk(turn);
    this.naming = new Naming(turn);
    this.several = new SeveralRooms(turn);
    this.whoComes = new WhoComes(turn);
  }

  /** Whether a room is being arranged. */
  boolean underWay() {
    return memory.task == Task.STAY && (stays.plan.begun() || memory.asked != Asked.NOTHING);
  }

  /** The guest's language may only be known by the message that is answered. */
  private StaySayings say() {
    return turn.rooms();
  }

  /** Keeps what the house is to note, although the guest may only be asking for now. */
  void keep(Understanding heard) {
    String notes = heard.notes() == null ? OwnPet.in(memory.text) : heard.notes();
    if (turn.hasRooms() && notes != null && stays.booked.isEmpty() && !turn.knowsPhone()) {
      stays.plan = stays.plan.noting(notes);
    }
  }

  /** The price of what is being arranged, said again; null if nothing else is asked. */
  Reply price(Understanding heard) {
    StayPrice price = new StayPrice(turn);
    boolean asked = underWay() && price.asked(several.ofRooms(heard));
    RoomOffer offer = asked && !stays.offers.isEmpty() ? offer() : null;
    return asked ? price.told(offer, question()) : null;
  }

  /** Null if the message is not about a new stay. */
  Reply hear(Understanding heard, boolean asksHouse) {
    if (!turn.hasRooms()) {
      return null;
    }
    if (underWay()) {
      return goOn(heard, asksHouse);
    }
    boolean ofRoom =
        heard.stay().begun()
            || Price.ofRoom(memory.text)
                && HouseQuestions.things(Question.of(memory.text)).isEmpty();
    boolean ofOther = asksHouse && FollowUp.ofItsPrice(turn, heard);
    boolean price = Price.asked(memory.text) && ofRoom && !ofOther;
    boolean wants = heard.intent() == Intent.STAY || heard.intent() == Intent.BOOK || price;
    boolean tells = !asksHouse || StayPurpose.lasts(heard.stay());
    boolean says = heard.stay().begun() && !OTHERS.contains(heard.intent()) && tells;
    wants =
        wants
            || StayPurpose.begins(heard, stays)
            || group(heard)
            || several.wanted(heard)
            || StayPurpose.whole(heard, stays);
    boolean opens = StayOpening.in(heard, memory);
    wants = wants || opens || !turn.knowsPhone() && StayPurpose.detailed(heard, memory);
    if (memory.asked != Asked.NOTHING
        || !heard.stay().begun() && heard.about(Topic.DROP) && Dropping.clear(memory.text)
        || !wants && !says
        || asksHouse && !price && !opens && !heard.stay().dated()) {
      return null;
    }
    String notes = stays.plan.notes();
    memory.dropTask();
    memory.task = Task.STAY;
    stays.plan = SameStay.of(stays.last, memory.text, stays.plan.noting(notes), heard);
    several.hear(StayPlan.NONE, heard);
    stays.plan = RoomsWanted.compared(memory.text) ? stays.plan.in(null) : stays.plan;
    stays.prefers = Price.preferred(memory.text);
    memory.misses = 0;
    return next();
  }

  /** More than the house books without a person. */
  boolean group(Understanding heard) {
    Integer adults = heard.stay().adults();
    return adults != null
        && adults > turn.venue().rules().largestParty()
        && heard.reference() == null;
  }

  private Reply goOn(Understanding said, boolean asksHouse) {
    if (!asksHouse && StayDrop.forNow(memory.text, said, memory.asked)) {
      return ask(Asked.NOTHING, say().dropped());
    }
    boolean elsewhere = memory.asked == Asked.ARRIVAL || memory.asked == Asked.OTHER_MOMENT;
    NearPlan near = new NearPlan(stays.plan, turn.now().toLocalDate());
    Understanding heard = several.ofRooms(elsewhere ? said : near.of(said, memory.text));
    boolean cancels = heard.intent() == Intent.CANCEL || heard.about(Topic.CANCEL);
    boolean drops = (heard.about(Topic.DROP) || cancels) && !StayDrop.goesOn(memory.text);
    StayPlan before = stays.plan;
    RoomOffer taken =
        memory.asked == Asked.OFFER || memory.asked == Asked.ROOM
            ? RoomChoice.of(heard, memory.text, stays.offers)
            : null;
    stays.plan = AmendedStay.of(before, heard, turn);
    stays.plan = taken == null ? stays.plan : stays.plan.taking(taken);
    stays.plan = whoComes.inAnotherRoom(before, stays.plan, heard);
    int others = stays.queue.size();
    several.hear(before, heard);
    boolean changed =
        !stays.plan.equals(before)
            || taken != null
            || !stays.rooms.isEmpty()
            || stays.queue.size() > others;
    if (Price.prefersNow(memory) || changed) {
      memory.misses = 0;
      return next();
    }
    if (drops && !heard.stay().begun()) {
      return drop();
    }
    return answered(heard, asksHouse);
  }

  private Reply answered(Understanding heard, boolean asksHouse) {
    boolean no = heard.answer() == YesNo.NO && !asksHouse;
    boolean clear = !heard.question() || YesFirst.in(memory.text);
    boolean yes = heard.answer() == YesNo.YES && clear;
    return switch (memory.asked) {
      case CONFIRM -> confirmed(heard, yes, no);
      case PHONE -> phone(heard, asksHouse);
      case OFFER, ROOM -> offered(yes, no, heard);
      case NAME, PARTY, ARRIVAL, NIGHTS ->
          no && StayDrop.onlyNo(memory.text)
              ? drop()
              : heard.stay().begun() && !asksHouse ? Reply.say(question()) : null;
      case WHAT_TO_CHANGE -> whatToChange(heard, no);
      case NOTHING -> yes || StayDrop.goesOn(memory.text) ? next() : null;
      case OTHER_MOMENT -> no ? drop() : yes ? ask(Asked.ARRIVAL, say().askArrival()) : null;
      default -> null;
    };
  }

  private Reply confirmed(Understanding heard, boolean yes, boolean no) {
    if (yes) {
      return Reply.use(
          List.of(
              turn.call(
                  0, "create_stay", stays.plan.named(turn.knowsPhone() ? null : memory.phone))));
    }
    boolean known =
        heard.stay().begun() || heard.notes() != null || ShortAnswers.lacksAddress(memory.text);
    return no
        ? ask(Asked.WHAT_TO_CHANGE, say().whatToChange())
        : known && !heard.question() ? Reply.say(question()) : null;
  }

  private Reply whatToChange(Understanding heard, boolean no) {
    if (heard.about(Topic.THE_NAME)) {
      stays.plan = stays.plan.withName(null);
      return ask(Asked.NAME, say().askName());
    }
    if (heard.about(Topic.THE_DAY) || heard.about(Topic.OTHER_DAY)) {
      return ask(Asked.ARRIVAL, say().askArrival());
    }
    if (heard.about(Topic.THE_PARTY)) {
      return ask(Asked.PARTY, say().askGuests());
    }
    boolean right = heard.answer() == YesNo.YES || heard.stay().begun() || heard.name() != null;
    return no ? drop() : right ? next() : null;
  }

  private Reply phone(Understanding heard, boolean asksHouse) {
    if (!phones.missing()) {
      return next();
    }
    return asksHouse ? null : phones.unanswered(heard);
  }

  private Reply offered(boolean yes, boolean no, Understanding heard) {
    if (no) {
      return memory.asked == Asked.ROOM ? drop() : ask(Asked.OTHER_MOMENT, say().otherDates());
    }
    boolean known = heard.stay().begun() && !heard.question();
    return yes || known || heard.about(Topic.THE_DAY) ? Reply.say(question()) : null;
  }

  private Reply drop() {
    memory.dropTask();
    return Reply.say(stays.booked.isEmpty() ? say().dropped() : say().noMore());
  }

  /** Asks for what is missing, or for the price, or reads it back. */
  Reply next() {
    boolean many = several.tooMany();
    if (!many) {
      several.spread();
      stays.plan = whoComes.alone(stays.plan);
    }
    StayPlan plan = stays.plan;
    if (many || plan.adults() != null && plan.adults() > turn.venue().rules().largestParty()) {
      memory.groupSaid = turn.said(memory.groupSaid);
      Reply asks = whoAsks();
      return asks == null ? new StayGroup(turn).handOver() : asks;
    }
    if (plan.arrival() == null) {
      return ask(Asked.ARRIVAL, FarYear.refused(turn) + say().askArrival());
    }
    if (plan.departure() == null) {
      return ask(Asked.NIGHTS, say().askNights());
    }
    if (plan.adults() == null) {
      StayPlan usual = whoComes.usual(plan);
      return usual == null
          ? ask(Asked.PARTY, say().askGuests())
          : Reply.use(List.of(turn.call(0, "quote_stay", several.asked(usual))));
    }
    if (!key(plan).equals(stays.quoted)) {
      return Reply.use(List.of(turn.call(0, "quote_stay", several.asked(plan))));
    }
    return settle("");
  }

  /** Null once name and number of a group are known. */
  private Reply whoAsks() {
    if (stays.plan.name() == null) {
      proposeName();
    }
    if (stays.plan.name() == null) {
      return ask(Asked.NAME, turn.more().groupByPerson() + " " + say().askName());
    }
    return phones.missing() ? phones.ask(Task.STAY) : null;
  }

  private String key(StayPlan plan) {
    return several.asked(plan).toString();
  }

  /** A room is free, and perhaps chosen: name, number, yes. */
  private Reply settle(String told) {
    RoomOffer offer = offer();
    if (offer == null) {
      return ask(Asked.ROOM, say().askRoom(told(stays.offers)));
    }
    if (stays.plan.name() == null) {
      proposeName();
    }
    if (stays.plan.name() == null) {
      return ask(Asked.NAME, say().price(offer) + " " + say().askName());
    }
    if (phones.missing()) {
      Reply asks = phones.ask(Task.STAY);
      return told.isEmpty() ? asks : Reply.say(say().price(offer) + " " + asks.text());
    }
    memory.ask(Asked.CONFIRM, Task.STAY);
    return Reply.say(question());
  }

  private void proposeName() {
    if (memory.knownName != null) {
      stays.plan = stays.plan.withName(memory.knownName);
    } else if (naming.byChannel()) {
      stays.plan = stays.plan.withName(naming.ofChannel());
    }
  }

  private List<RoomOffer> told(List<RoomOffer> offers) {
    return RoomOffer.told(offers, turn.request().channel());
  }

  private RoomOffer offer() {
    String room = stays.plan.room();
    boolean clear = stays.offers.size() == 1 || !stays.prefers.isEmpty() && !stays.offers.isEmpty();
    if (clear && room == null) {
      boolean dearest = stays.prefers.equals(Price.DEAREST);
      RoomOffer offer = dearest ? stays.offers.getLast() : stays.offers.getFirst();
      stays.plan = stays.plan.in(offer.room());
      stays.quoted = key(stays.plan);
      return offer;
    }
    return stays.offers.stream().filter(o -> o.room().equals(room)).findFirst().orElse(null);
  }

  /** What is open, said again. */
  String question() {
    return switch (memory.asked) {
      case ARRIVAL, DATE -> say().askArrival();
      case NIGHTS, DEPARTURE -> say().askNights();
      case PARTY -> say().askGuests();
      case ROOM -> say().askRoom(told(stays.offers));
      case NAME -> say().askName();
      case PHONE -> turn.more().askPhone();
      case OFFER -> say().instead(told(stays.offers));
      case OTHER_MOMENT -> say().otherDates();
      case WHAT_TO_CHANGE -> say().whatToChange();
      case CONFIRM ->
          offer() == null ? say().whatToChange() : say().readBack(offer(), stays.plan, turn.now());
      default -> "";
    };
  }

  private Reply ask(Asked asked, String question) {
    memory.ask(asked, Task.STAY);
    return Reply.say(question);
  }

  /** Null if the result is another's. */
  Reply hear(ToolResult result) {
    if (memory.task != Task.STAY) {
      return null;
    }
    return switch (result.name()) {
      case "quote_stay" -> quoted(result);
      case "create_stay" -> created(result);
      default -> null;
    };
  }

  private Reply quoted(ToolResult result) {
    if (!result.status().equals("free")) {
      return refused(result);
    }
    stays.offers = new ArrayList<>(RoomOffer.in(result.content(), "offers"));
    several.hear(result);
    boolean open = stays.plan.departure() == null;
    if (open || stays.plan.adults() == null) {
      RoomOffer offer = offer();
      String price = offer == null ? "" : say().price(offer) + " ";
      return open
          ? ask(Asked.NIGHTS, price + say().askNights())
          : ask(Asked.PARTY, price + say().askGuests());
    }
    stays.quoted = key(stays.plan);
    return settle("price");
  }

  private Reply created(ToolResult result) {
    if (result.status().equals("refused")) {
      boolean phone = Facts.text(result.content(), "reason").equals("phone_invalid");
      return phone ? phones.refused(Task.STAY) : refused(result);
    }
    StayPlan done = stays.plan;
    List<String> queue = List.copyOf(stays.queue);
    memory.dropTask();
    stays.booked = Facts.text(result.content(), "reference");
    stays.last = done;
    memory.knownName = done.name();
    StayPlan another = several.after(done, queue);
    if (another == null) {
      return Reply.say("");
    }
    memory.task = Task.STAY;
    stays.plan = another;
    return next();
  }

  private Reply refused(ToolResult result) {
    String why = Facts.text(result.content(), "say");
    stays.offers =
        new ArrayList<>(
            Facts.list(result.content(), "alternatives").stream().map(RoomOffer::of).toList());
    stays.quoted = "";
    return switch (Facts.text(result.content(), "reason")) {
      case "too_many_guests" -> several.part() ? next() : new StayGroup(turn).handOver(why);
      case "no_adults" -> again(Asked.PARTY, why + " " + say().askGuests());
      case "departure_before_arrival" -> again(Asked.NIGHTS, why + " " + say().askNights());
      default -> instead(why);
    };
  }

  private Reply again(Asked asked, String question) {
    stays.offers.clear();
    return ask(asked, question);
  }

  private Reply instead(String why) {
    return stays.offers.isEmpty()
        ? ask(Asked.OTHER_MOMENT, why + " " + say().otherDates())
        : ask(Asked.OFFER, why + " " + say().instead(told(stays.offers)));
  }
}
