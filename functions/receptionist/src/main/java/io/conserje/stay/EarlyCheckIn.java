package io.conserje.stay;

import io.conserje.stay.Act.Verb;
import io.conserje.stay.StayAnswer.No;
import io.conserje.stay.StayState.Confirmed;
import java.time.LocalTime;

/** Lets a guest come earlier, if nobody has the room until then. */
public final class EarlyCheckIn {

  private final OtherHours hours;
  private final Desk desk;

  public EarlyCheckIn(StayBook book) {
    this.desk = new Desk(book);
    this.hours = new OtherHours(desk);
  }

  /**
   * @param from null for as early as the house allows
   */
  public StayAnswer comeAt(StayRequest request, LocalTime from) {
    return desk.change(request, Verb.EARLY_CHECK_IN, stay -> comeAt(request, stay, from));
  }

  private StayAnswer comeAt(StayRequest request, Stay stay, LocalTime asked) {
    LocalTime earliest = request.venue().lodging().terms().earlyCheckIn().limit();
    LocalTime from = asked == null ? earliest : asked;
    HouseTimes times = new HouseTimes(request.venue());
    if (!(stay.state() instanceof Confirmed)
        || !request.now().isBefore(times.checkIn(stay.nights().arrival()))) {
      return new No(StayRefusal.NOT_POSSIBLE);
    }
    return from.isBefore(request.venue().lodging().checkIn()) && !from.isBefore(earliest)
        ? hours.change(request, Verb.EARLY_CHECK_IN, stay, stay.hours().from(from))
        : new No(StayRefusal.OUTSIDE_HOURS);
  }
}
