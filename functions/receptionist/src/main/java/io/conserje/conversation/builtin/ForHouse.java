package io.conserje.conversation.builtin;

import io.conserje.conversation.builtin.Ear.Situation;
import io.conserje.knowledge.Kind;
import io.conserje.knowledge.Question;
import io.conserje.text.FilteredPattern;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Decides what of a message is for the house to answer, and what for the book. */
final class ForHouse {

  private static final FilteredPattern HAVE =
      FilteredPattern.compile(
          "\\b(?:teneis|tienen|tienes|tenes|hay|do you have|is there|have you got)\\b(?! (?:mesa|sitio))");

  private static final FilteredPattern HAS =
      FilteredPattern.compile(
          "\\b(?:tiene[n]?|trae[n]?|lleva[n]?|incluye[n]?|viene[n]? con|da[n]? a|hay|has|have|got|come[s]? with|include[s]?|overlook[s]?)\\b");

  /** What the book answers, too, where something in it is changed. */
  private static final Set<Kind> BY_THE_BOOK =
      EnumSet.of(Kind.CANCELLATION, Kind.CHECK_IN, Kind.CHECK_OUT);

  /** What is asked of a booking that is named by its reference. */
  private static final FilteredPattern OF_A_CODE =
      FilteredPattern.compile(
          "\\b(?:what|which|when|dates?|details?|remind|look up|pull up|que (?:dias?|habitacion|tengo|tenemos|reserv\\w+)|cuando|fechas?|datos|record\\w+|consult\\w+)\\b");

  /** Who moves a table says so in fewer letters. */
  private static final int LONG = 60;

  private final Turn turn;
  private final Memory memory;
  private final StayTalk stays;
  private final StayChangeTalk stayChanges;

  ForHouse(Turn turn, StayTalk stays, StayChangeTalk stayChanges) {
    this.turn = turn;
    this.memory = turn.memory();
    this.stays = stays;
    this.stayChanges = stayChanges;
  }

  HouseQuestions in(String said, Understanding understood, Situation situation) {
    String late = turn.hasRooms() ? LateArrival.question(memory.text, turn.tongue()) : "";
    if (!late.isEmpty() && memory.stays.booked.isEmpty()) {
      boolean arranges = stays.underWay() || understood.stay().begun();
      return new HouseQuestions(late, arranges ? understood : understood.onlyAsking());
    }
    boolean callsOff = memory.task == Task.STAY_CANCEL || memory.search == Memory.Search.CANCEL;
    if (callsOff && memory.asked != Asked.NOTHING && CancellingFee.in(memory.text)) {
      return new HouseQuestions(
          CancellingFee.question(turn.tongue()), understood.onlyAsking().withoutAnswer());
    }
    if (!turn.hasRooms() && understood.reference() != null && !understood.question()) {
      return new HouseQuestions("", understood);
    }
    if (FollowUp.ofHours(memory, understood)) {
      return new HouseQuestions(said, understood.and(Topic.HOURS).asking());
    }
    boolean goesOn =
        turn.hasRooms()
            ? FollowUp.ofItsDays(memory, understood)
            : FollowUp.pointsBack(memory, understood);
    if (goesOn || pricesOther(understood) || ofItsThings(understood)) {
      return new HouseQuestions(said, understood.with(Stay.NONE).asking());
    }
    boolean ofItsPrice = !stays.underWay() && FollowUp.ofItsPrice(turn, understood);
    if (turn.hasRooms() && (FollowUp.ofItsSpace(memory, understood) || ofItsPrice)) {
      return new HouseQuestions(memory.question, understood.with(Stay.NONE).asking());
    }
    if (stays.underWay() && ofThePet(understood)) {
      return new HouseQuestions(memory.stays.plan.notes(), understood.onlyAsking());
    }
    if (ofBook(understood)) {
      return new HouseQuestions(besides(said, situation), understood, true);
    }
    HouseQuestions asked = HouseQuestions.in(said, understood, situation, turn.venue());
    Understanding heard = asked.heard();
    if (ofZone(heard) || asked.question().isEmpty() && onlyAsks(heard)) {
      String question = asked.question().isEmpty() ? said : asked.question();
      return new HouseQuestions(question, heard.onlyAsking(), asked.quiet());
    }
    return asked;
  }

  /** {@code somos cuatro, y ¿puedo llevar una tarta?}: asked beside what the book is wanted for. */
  private static String besides(String said, Situation situation) {
    Set<Kind> meant = HouseQuestions.meant(said);
    meant.removeAll(BY_THE_BOOK);
    List<String> sentences = Asking.sentences(said);
    if (sentences.size() < 2) {
      return Asking.within(said) && meant.stream().anyMatch(Kind::isWhole) ? said : "";
    }
    String pointed = HouseQuestions.pointed(sentences);
    if (!pointed.isEmpty()) {
      return pointed;
    }
    return String.join(
        " ",
        sentences.stream()
            .filter(Asking::sounds)
            .filter(s -> HouseQuestions.meant(s).stream().anyMatch(meant::contains) || named(s))
            .filter(s -> !HouseQuestions.ofBook(s, Ear.hear(s, situation), situation))
            .map(String::strip)
            .toList());
  }

  /** {@code … superior. Is breakfast included?}: a question of its own that names a thing. */
  private static boolean named(String sentence) {
    return sentence.contains("?")
        && !Asking.ofPossibility(sentence)
        && !Price.ofRoom(sentence)
        && !HouseQuestions.things(Question.of(sentence)).isEmpty();
  }

  /** {@code ¿la superior tiene balcón?}: who asks what a room has does not take it yet. */
  private boolean ofItsThings(Understanding heard) {
    Stay stay = heard.stay();
    boolean choosing = memory.asked == Asked.ROOM || memory.asked == Asked.OFFER;
    return choosing
        && stays.underWay()
        && heard.question()
        && heard.name() == null
        && stay.arrival() == null
        && stay.adults() == null
        && !Price.asked(memory.text)
        && HAS.matcher(Tokens.plain(memory.text)).find()
        && !ofNothingElse();
  }

  private static final FilteredPattern FOR_IT =
      FilteredPattern.compile(
          "\\b(?:por (?:ell[ao]s?|el|llevarl[oa]s?|traerl[oa]s?)|(?:ell[ao]s?|el) (?:paga\\w*|cuesta\\w*)|(?:for|bring) (?:him|her|it|them)|(?:does|do|will) (?:he|she|it|they) (?:pay|cost))\\b(?! \\w*(?:noche|habitacion|room|night))");

  /** {@code ¿cuánto se paga por ella?}, of the dog that comes too. */
  private boolean ofThePet(Understanding heard) {
    return Needs.pet(memory.stays.plan.notes())
        && (Price.asked(memory.text) || heard.question())
        && heard.notes() == null
        && FOR_IT.matcher(Tokens.plain(memory.text)).find()
        && HouseQuestions.meant(memory.text).isEmpty();
  }

  /** {@code how much is breakfast for the three of us?}, while a room is arranged. */
  private boolean pricesOther(Understanding heard) {
    Stay stay = heard.stay();
    boolean onlyPeople =
        stay.adults() != null
            && stay.arrival() == null
            && stay.departure() == null
            && stay.nights() == null
            && stay.room() == null;
    boolean things =
        HouseQuestions.things(Question.of(memory.text)).stream()
            .anyMatch(word -> Numbers.at(Words.of(word), 0, turn.tongue()) == null);
    return stays.underWay()
        && heard.question()
        && onlyPeople
        && things
        && Price.asked(memory.text)
        && !Price.ofRoom(memory.text);
  }

  /** "We get a bottle tomorrow, may we drink it with you?", when the table is settled. */
  boolean tellsOfAnotherDay(Understanding heard) {
    boolean settled =
        memory.asked == Asked.NAME || memory.asked == Asked.PHONE || memory.asked == Asked.CONFIRM;
    return settled
        && memory.task == Task.TABLE
        && !memory.free.isEmpty()
        && heard.day() != null
        && heard.time() == null
        && heard.part() == null
        && heard.question()
        && (!HouseQuestions.meant(memory.text).isEmpty()
            || memory.text.length() > LONG && !Standing.asks(memory.text))
        && !heard.about(Topic.AMEND)
        && !heard.about(Topic.BOOK);
  }

  private boolean pricesRoom(Understanding heard) {
    return Price.asked(memory.text) && (heard.stay().room() != null || ofNothingElse());
  }

  /** "¿Entra el desayuno en el precio de la habitación?" is about breakfast. */
  private boolean ofNothingElse() {
    return HouseQuestions.things(Question.of(memory.text)).isEmpty();
  }

  /** "¿Tenéis terraza?" in the middle of a booking wishes for nothing yet. */
  private boolean ofZone(Understanding heard) {
    return heard.zone() != null
        && heard.question()
        && memory.asked != Asked.NOTHING
        && memory.asked != Asked.OFFER
        && heard.day() == null
        && heard.time() == null
        && heard.party() == null
        && HAVE.matcher(Tokens.plain(memory.text)).find();
  }

  private boolean onlyAsks(Understanding heard) {
    boolean idle = memory.asked == Asked.NOTHING && !memory.wish.begun();
    boolean wished = !heard.question() || Asking.forWish(memory.text);
    boolean adds = !memory.booked.isEmpty() && heard.notes() != null && wished;
    return idle
        && !adds
        && heard.intent() == Intent.QUESTION
        && heard.day() == null
        && heard.time() == null
        && heard.party() == null
        && !heard.stay().begun()
        && !heard.about(Topic.WHO_ARE_YOU)
        && !heard.about(Topic.LANGUAGE)
        && (HouseQuestions.mayAsk(memory.text) || HouseQuestions.unnamed(heard, memory.text));
  }

  /** {@code Paco Herrero. ¿Hay menú del día?} */
  private boolean asksAThing() {
    return Asking.sentences(memory.text).stream()
        .anyMatch(sentence ->
            sentence.contains("?")
                && HAVE.matcher(Tokens.plain(sentence)).find()
                && !HouseQuestions.things(Question.of(sentence)).isEmpty());
  }

  /** Whether what it asks, the book answers: a price, another hour for what is booked. */
  private boolean ofBook(Understanding heard) {
    if (turn.hasRooms() && (StayOpening.in(heard, memory) || OtherNights.in(heard, memory))) {
      return true;
    }
    if (turn.hasRooms() && NamedStay.moved(heard, memory.text)) {
      return true;
    }
    boolean finds =
        heard.intent() == Intent.FIND || OF_A_CODE.matcher(Tokens.plain(memory.text)).find();
    boolean named = heard.reference() != null && finds && memory.asked == Asked.NOTHING;
    if (turn.hasRooms() && named && HouseQuestions.meant(memory.text).isEmpty()) {
      return true;
    }
    if (heard.question() && CancelWords.hypothetical(memory.text)) {
      return turn.hasRooms() && heard.reference() != null;
    }
    if (memory.asked == Asked.CANCEL_CONFIRM && CancelWords.keeps(memory.text)) {
      return true;
    }
    boolean asksOfHouse =
        heard.intent() == Intent.QUESTION
            && memory.booked.isEmpty()
            && memory.asked == Asked.NOTHING
            && !HouseQuestions.meant(memory.text).isEmpty();
    boolean ofStay =
        turn.hasRooms()
            && (!heard.question() && stayChanges.moves(heard)
                || !memory.stays.booked.isEmpty() && heard.stay().moreChildren() > 0
                || new StayPurpose(turn).wishesCot(heard)
                || new StayPurpose(turn).rather(heard)
                || new StayPurpose(turn).standing());
    if (asksOfHouse && !ofStay) {
      return false;
    }
    boolean answers =
        memory.asked == Asked.NAME && heard.name() != null
            || memory.asked == Asked.PHONE && heard.phone() != null;
    if (answers && HouseQuestions.meant(memory.text).isEmpty() && !asksAThing()) {
      return true;
    }
    boolean price =
        turn.hasRooms()
            && (heard.stay().begun() && (pricesRoom(heard) || stays.underWay())
                || Price.asked(memory.text) && Price.ofRoom(memory.text) && ofNothingElse());
    boolean stands = memory.standing != null || !memory.booked.isEmpty();
    boolean changes =
        heard.intent() == Intent.CHANGE
            || !turn.hasRooms()
                && heard.reference() != null
                && heard.wishes()
                && HouseQuestions.meant(memory.text).isEmpty()
            || stands
                && !turn.hasRooms()
                && (HouseQuestions.meant(memory.text).isEmpty()
                    || heard.notes() != null && !Asking.sounds(memory.text)
                    || heard.wishes() && Standing.speaks(memory.text))
                && new WantsChange(turn).in(heard)
            || turn.hasRooms() && (stayChanges.moves(heard) || new StayPurpose(turn).rather(heard))
            || heard.intent() == Intent.WAITLIST
            || ChangeWords.in(memory.text)
            || Removals.any(memory.text)
            || !memory.booked.isEmpty()
                && !memory.wish.begun()
                && heard.wishes()
                && ChangeWords.asks(memory.text)
            || turn.hasRooms()
                && !OtherHoursWords.in(memory.text).isEmpty()
                && heard.stay().begun();
    return price || changes;
  }
}
