package io.conserje.conversation.builtin;

import java.util.regex.Pattern;

/** Whether a message is about the house or about the book. */
final class Subject {

  private static final Pattern HAVE =
      Pattern.compile(
          "\\b(?:teneis|tienen|tienes|tenes|hay|do you have|is there|have you got)\\b(?! (?:mesa|sitio))");

  private final Turn turn;
  private final Memory memory;
  private final StayTalk stays;
  private final StayChangeTalk stayChanges;

  Subject(Turn turn, StayTalk stays, StayChangeTalk stayChanges) {
    this.turn = turn;
    this.memory = turn.memory();
    this.stays = stays;
    this.stayChanges = stayChanges;
  }

  boolean asksPriceOfRoom(Understanding heard) {
    if (FollowUp.ofPrices(memory, heard) && heard.stay().arrival() == null) {
      return true;
    }
    return turn.hasRooms()
        && !stays.underWay()
        && heard.stay().arrival() == null
        && Price.asked(memory.text)
        && (Price.ofRoom(memory.text) || heard.stay().room() != null)
        && HouseQuestions.meant(memory.text).isEmpty();
  }

  /** "¿Tenéis terraza?" in the middle of a booking wishes for nothing yet. */
  boolean asksOfZone(Understanding heard) {
    return heard.zone() != null
        && heard.question()
        && memory.asked != Asked.NOTHING
        && memory.asked != Asked.OFFER
        && heard.day() == null
        && heard.time() == null
        && heard.party() == null
        && HAVE.matcher(Tokens.plain(memory.text)).find();
  }

  boolean onlyAsks(Understanding heard) {
    boolean idle = memory.asked == Asked.NOTHING && !memory.wish.begun();
    boolean adds = !memory.booked.isEmpty() && heard.notes() != null && !heard.question();
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

  /** Whether what it asks, the book answers: a price, another hour for what is booked. */
  boolean ofBook(Understanding heard) {
    if (heard.question() && CancelWords.hypothetical(memory.text)) {
      return false;
    }
    if (memory.asked == Asked.CANCEL_CONFIRM && CancelWords.keeps(memory.text)) {
      return true;
    }
    boolean asksOfHouse =
        heard.intent() == Intent.QUESTION
            && memory.booked.isEmpty()
            && memory.asked == Asked.NOTHING
            && !HouseQuestions.meant(memory.text).isEmpty();
    if (asksOfHouse) {
      return false;
    }
    boolean named = memory.asked == Asked.NAME && heard.name() != null;
    if (named && HouseQuestions.meant(memory.text).isEmpty()) {
      return true;
    }
    boolean price =
        turn.hasRooms()
            && (heard.stay().begun() && (Price.asked(memory.text) || stays.underWay())
                || Price.asked(memory.text) && Price.ofRoom(memory.text));
    boolean stands = memory.standing != null || !memory.booked.isEmpty();
    boolean changes =
        heard.intent() == Intent.CHANGE
            || stands
                && !turn.hasRooms()
                && (HouseQuestions.meant(memory.text).isEmpty()
                    || heard.notes() != null && !Asking.sounds(memory.text)
                    || heard.wishes() && Standing.speaks(memory.text))
                && new WantsChange(turn).in(heard)
            || turn.hasRooms() && stayChanges.moves(heard)
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
