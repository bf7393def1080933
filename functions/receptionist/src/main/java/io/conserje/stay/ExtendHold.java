package io.conserje.stay;

import io.conserje.stay.Act.Verb;
import io.conserje.stay.StayAnswer.No;
import io.conserje.stay.StayState.Held;
import io.conserje.venue.LodgingRules;

/** Gives more time to somebody who is still deciding. */
public final class ExtendHold {

  private final Desk desk;

  public ExtendHold(StayBook book) {
    this.desk = new Desk(book);
  }

  public StayAnswer extend(StayRequest request) {
    LodgingRules rules = request.venue().lodging().rules();
    return desk.change(
        request,
        Verb.EXTEND_HOLD,
        stay ->
            switch (stay.state()) {
              case Held held when held.isOver(request.now()) -> new No(StayRefusal.HOLD_OVER);
              case Held held when held.extended() >= rules.extensions() ->
                  new No(StayRefusal.HELD_LONG_ENOUGH);
              case Held held ->
                  desk.save(request, Verb.EXTEND_HOLD, stay, stay.with(held.longer(rules)));
              default -> new No(StayRefusal.NOT_POSSIBLE);
            });
  }
}
