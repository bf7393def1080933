package io.conserje.conversation.builtin;

import java.time.LocalDate;

/** A stay that is being arranged, as what the guest says of it now leaves it. */
final class AmendedStay {

  private AmendedStay() {}

  static StayPlan of(StayPlan before, Understanding heard, Memory memory, LocalDate today) {
    StayPlan after = before.after(heard, memory.asked);
    after = StayShift.in(memory.text, heard.stay()).besides(heard.stay(), before).moving(after);
    after = StayShift.ordered(after, memory.text);
    after = Corrected.of(before, after, heard.stay(), memory.text, today);
    after = Removals.ofNotes(memory.text) ? after.withoutNotes() : after;
    return before.around(memory.text, after);
  }
}
