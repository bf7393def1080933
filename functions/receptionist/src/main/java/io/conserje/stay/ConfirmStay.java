package io.conserje.stay;

import io.conserje.stay.Act.Verb;
import io.conserje.stay.StayAnswer.No;
import io.conserje.stay.StayState.Held;
import io.conserje.stay.StayState.Pending;
import io.conserje.stay.StayState.ToCome;
import io.conserje.venue.LodgingTerms.Deposit;

/**
 * The guest of a held room says yes; or, where the house waits for the deposit, the house has got
 * it.
 */
public final class ConfirmStay {

  private final Desk desk;

  public ConfirmStay(StayBook book) {
    this.desk = new Desk(book);
  }

  public StayAnswer confirm(StayRequest request) {
    return desk.change(request, Verb.CONFIRM, stay -> confirm(request, stay));
  }

  private StayAnswer confirm(StayRequest request, Stay stay) {
    Deposit deposit = request.venue().lodging().terms().deposit();
    return switch (stay.state()) {
      case Held held when held.isOver(request.now()) -> new No(StayRefusal.HOLD_OVER);
      case Held held -> confirmed(request, stay, held.agreed(deposit, request.now()));
      case Pending pending when !request.byHouse() -> new No(StayRefusal.NOT_POSSIBLE);
      case Pending pending when pending.isOver(request.now()) -> new No(StayRefusal.HOLD_OVER);
      case Pending pending -> confirmed(request, stay, pending.paid());
      default -> new No(StayRefusal.NOT_POSSIBLE);
    };
  }

  private StayAnswer confirmed(StayRequest request, Stay stay, ToCome next) {
    return desk.save(request, Verb.CONFIRM, stay, stay.with(next));
  }
}
