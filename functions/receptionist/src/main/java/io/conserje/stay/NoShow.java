package io.conserje.stay;

import io.conserje.stay.Act.Verb;
import io.conserje.stay.StayAnswer.No;
import io.conserje.stay.StayState.Confirmed;
import java.time.Instant;

/** Gives the room away of guests who did not come. Only the house says so. */
public final class NoShow {

  private final Desk desk;

  public NoShow(StayBook book) {
    this.desk = new Desk(book);
  }

  /** The answer's stay is {@link StayState.NoShow}, with what is owed. */
  public StayAnswer missed(StayRequest request) {
    return desk.change(
        request,
        Verb.NO_SHOW,
        stay ->
            stay.state() instanceof Confirmed confirmed && request.byHouse() && late(request, stay)
                ? desk.save(
                    request,
                    Verb.NO_SHOW,
                    stay,
                    stay.without(confirmed.missed(stay.quote().noShowFee())))
                : new No(StayRefusal.NOT_POSSIBLE));
  }

  private static boolean late(StayRequest request, Stay stay) {
    Instant expected = new HouseTimes(request.venue()).checkIn(stay.nights().arrival());
    return !request
        .now()
        .isBefore(expected.plus(request.venue().lodging().terms().cancellation().noShowGrace()));
  }
}
