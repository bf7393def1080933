package io.conserje.conversation.builtin;

import io.conserje.venue.Service;
import java.time.LocalDate;
import java.util.List;

/** What the guest still has to answer. */
final class Questions {

  private final Turn turn;
  private final Memory memory;

  Questions(Turn turn) {
    this.turn = turn;
    this.memory = turn.memory();
  }

  /** What the guest has not answered yet; empty if nothing. */
  String open() {
    return switch (memory.task) {
      case CHANGE -> memory.asked == Asked.NOTHING ? "" : new ChangeTalk(turn).question();
      case STAY -> new StayTalk(turn).question();
      case STAY_CHANGE, STAY_CANCEL, STAY_HOURS ->
          memory.asked == Asked.NOTHING ? "" : new StayChangeTalk(turn).question();
      case TABLE -> table();
    };
  }

  private String table() {
    return of(
        memory.asked == Asked.NOTHING && memory.wish.begun() ? missing() : missingOr(memory.asked));
  }

  private Asked missingOr(Asked asked) {
    boolean open = asked == Asked.PARTY || asked == Asked.DATE || asked == Asked.TIME;
    return open && memory.wish.begun() ? missing() : asked;
  }

  /** The first thing a booking lacks. */
  Asked missing() {
    Wish wish = memory.wish;
    if (wish.party() == null) {
      return Asked.PARTY;
    }
    return wish.date() == null
        ? Asked.DATE
        : wish.moment(turn.hours()) == null ? Asked.TIME : Asked.NOTHING;
  }

  String of(Asked asked) {
    Sayings say = turn.say();
    Wish wish = memory.wish;
    return switch (asked) {
      case PARTY -> say.askParty();
      case DATE -> say.askDate();
      case TIME -> say.askTime(wish.date(), services());
      case NAME -> say.askName();
      case CONFIRM -> (memory.tell + " " + readBack()).strip();
      case WHAT_TO_CHANGE -> say.whatToChange();
      case OFFER -> offerAgain();
      case WAITLIST -> say.askWaitlist();
      case OTHER_MOMENT -> say.otherDayOrTime();
      case CANCEL_CONFIRM ->
          say.confirmCancel(
              memory.found.stream()
                  .filter(f -> memory.cancelling.contains(f.reference()))
                  .toList());
      case CANCEL_WHICH -> say.whichToCancel(memory.found);
      case PHONE -> turn.more().askPhone();
      case PERSON -> turn.more().personInstead();
      case REFERENCE -> turn.more().askReference();
      case WHOSE -> turn.more().askWhose();
      case NOTES -> turn.more().askOccasion();
      case NOTHING, EMAIL, ZONE, ARRIVAL, DEPARTURE, NIGHTS, ROOM -> "";
    };
  }

  private String readBack() {
    Wish wish = memory.wish;
    return turn.say()
        .readBack(wish.moment(turn.hours()), wish.party(), wish.name(), wish.zone(), wish.notes());
  }

  String offerAgain() {
    LocalDate wished = memory.wish.date();
    return memory.offers.isEmpty()
        ? turn.say().otherDayOrTime()
        : turn.say().whichOffer(memory.offers, wished);
  }

  /** Those the guest can still book on the day of the wish, at the time of day he spoke of. */
  List<Service> services() {
    Wish wish = memory.wish;
    return turn.hours().servicesOf(wish.date()).stream()
        .filter(s -> wish.part() == null || wish.part().meets(s))
        .filter(
            s -> s.endsAfterMidnight() || wish.date().atTime(s.lastBooking()).isAfter(turn.now()))
        .toList();
  }
}
