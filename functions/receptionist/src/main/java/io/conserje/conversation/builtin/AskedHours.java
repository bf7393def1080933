package io.conserje.conversation.builtin;

import io.conserje.venue.LodgingTerms;

/** Whoever asks about leaving later or coming earlier before there is a stay to change. */
final class AskedHours {

  private final Turn turn;
  private final Memory memory;

  AskedHours(Turn turn) {
    this.turn = turn;
    this.memory = turn.memory();
  }

  /** Null if it is not asked, or of what is being arranged: then it is told and noted besides. */
  Reply hear(Understanding heard) {
    String told = asks(heard) ? told() : "";
    if (told.isEmpty()) {
      return null;
    }
    boolean arranges = memory.task == Task.STAY && memory.stays.plan.begun();
    boolean begins = dated(heard) || heard.stay().begun() && heard.intent() == Intent.STAY;
    if (!arranges && !begins) {
      return memory.asked == Asked.NOTHING ? Reply.say(told) : null;
    }
    memory.addAside(told);
    memory.stays.plan = memory.stays.plan.noting(wish(heard));
    boolean more = heard.stay().begun() || heard.name() != null || heard.phone() != null;
    return more ? null : Reply.say(new Questions(turn).open());
  }

  private boolean asks(Understanding heard) {
    boolean stands =
        turn.knowsPhone()
            || !memory.stays.booked.isEmpty()
            || new StayPurpose(turn).ofOwn()
            || heard.reference() != null;
    return !stands
        && (heard.question() || Asking.sounds(memory.text))
        && !OtherHoursWords.in(memory.text).isEmpty();
  }

  private static boolean dated(Understanding heard) {
    Stay said = heard.stay();
    return said.arrival() != null && (said.departure() != null || said.nights() != null);
  }

  /** What leaving later, or coming earlier, costs anybody. */
  private String told() {
    boolean late = OtherHoursWords.in(memory.text).startsWith("late");
    LodgingTerms terms = turn.venue().lodging().terms();
    LodgingTerms.OtherHours other = late ? terms.lateCheckOut() : terms.earlyCheckIn();
    return other == null ? "" : turn.rooms().otherHours(late, other.limit(), other.perCent());
  }

  /** As the house is to note it. */
  private String wish(Understanding heard) {
    String hours = OtherHoursWords.in(memory.text);
    String hour = OtherHoursWords.hour(heard.time(), hours).strip();
    return turn.rooms().wishesHours(hours.startsWith("late"), hour);
  }
}
