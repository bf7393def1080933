package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;

/** {@code lo mismo, pero una semana después}: as what was booked last in this conversation. */
final class SameStay {

  private static final FilteredPattern SAME =
      FilteredPattern.compile(
          "\\b(?:lo mismo|la misma (?:habitacion|reserva)?|igual que (?:antes|esa|la otra)|(?:otra|una) igual|same (?:thing|again|room|booking|one)|the same)\\b");

  private SameStay() {}

  static StayPlan of(StayPlan last, String text, StayPlan plan, Understanding heard) {
    if (last.arrival() == null || !SAME.matcher(Tokens.plain(text)).find()) {
      return plan.after(heard, Asked.NOTHING);
    }
    StayPlan as = last.on(last.arrival(), last.departure());
    StayPlan anew = as.after(heard, Asked.NOTHING);
    return StayShift.in(text, heard.stay()).besides(heard.stay(), as).moving(as.around(text, anew));
  }
}
