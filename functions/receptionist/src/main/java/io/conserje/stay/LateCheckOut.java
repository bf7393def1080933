package io.conserje.stay;

import io.conserje.stay.Act.Verb;
import io.conserje.stay.StayAnswer.No;
import io.conserje.stay.StayState.Confirmed;
import io.conserje.stay.StayState.InHouse;
import java.time.LocalTime;

/** Lets a guest leave later, if nobody is to have the room by then. */
public final class LateCheckOut {

  private final OtherHours hours;
  private final Desk desk;

  public LateCheckOut(StayBook book) {
    this.desk = new Desk(book);
    this.hours = new OtherHours(desk);
  }

  /**
   * @param until null for as late as the house allows
   */
  public StayAnswer stayUntil(StayRequest request, LocalTime until) {
    return desk.change(request, Verb.LATE_CHECK_OUT, stay -> stayUntil(request, stay, until));
  }

  private StayAnswer stayUntil(StayRequest request, Stay stay, LocalTime asked) {
    LocalTime latest = request.venue().lodging().terms().lateCheckOut().limit();
    LocalTime until = asked == null ? latest : asked;
    HouseTimes times = new HouseTimes(request.venue());
    if (!(stay.state() instanceof Confirmed || stay.state() instanceof InHouse)
        || !request.now().isBefore(times.at(stay.nights().departure(), until))) {
      return new No(StayRefusal.NOT_POSSIBLE);
    }
    return until.isAfter(request.venue().lodging().checkOut()) && !until.isAfter(latest)
        ? hours.change(request, Verb.LATE_CHECK_OUT, stay, stay.hours().until(until))
        : new No(StayRefusal.OUTSIDE_HOURS);
  }
}
