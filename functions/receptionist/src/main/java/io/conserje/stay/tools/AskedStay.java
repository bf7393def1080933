package io.conserje.stay.tools;

import static java.util.Objects.requireNonNullElse;

import io.conserje.conversation.MayBeAbsent;
import io.conserje.conversation.Meaning;
import io.conserje.conversation.Tool;
import io.conserje.stay.ChangeStay;
import io.conserje.stay.Party;
import io.conserje.stay.StayWish;
import java.time.LocalDate;

/** A stay as a model asks for it. */
record AskedStay(
    @Meaning("day of arrival, yyyy-mm-dd") LocalDate arrival,
    @Meaning("day of departure, yyyy-mm-dd") LocalDate departure,
    @Meaning("how many adults") Integer adults,
    @MayBeAbsent @Meaning("how many children who need a bed") Integer children,
    @MayBeAbsent @Meaning("how many babies who need a cot") Integer cots,
    @MayBeAbsent @Meaning("as the guest calls it; left out: the cheapest that fits")
        String roomType) {

  StayWish wish(Tool.Context context) {
    return new StayWish(
        context.venue(),
        arrival,
        departure,
        roomType,
        new Party(adults, requireNonNullElse(children, 0), requireNonNullElse(cots, 0)),
        context.now().toInstant());
  }

  ChangeStay.Change change(String notes) {
    return new ChangeStay.Change(arrival, departure, roomType, adults, children, cots, notes);
  }
}
