package io.conserje.stay;

import io.conserje.stay.Act.Verb;
import io.conserje.stay.StayAnswer.No;
import io.conserje.stay.StayState.Confirmed;
import io.conserje.stay.StayState.ToCome;

/** Gives a room back before its guest has come, for what that costs. */
public final class CancelStay {

  private final Desk desk;

  public CancelStay(StayBook book) {
    this.desk = new Desk(book);
  }

  /** The answer's stay is {@link StayState.Cancelled}, with what is owed. */
  public StayAnswer cancel(StayRequest request) {
    return desk.change(
        request,
        Verb.CANCEL,
        stay ->
            stay.state() instanceof ToCome open && !departed(request, stay)
                ? desk.save(
                    request, Verb.CANCEL, stay, stay.without(open.cancelled(owed(request, stay))))
                : new No(StayRefusal.NOT_POSSIBLE));
  }

  private static boolean departed(StayRequest request, Stay stay) {
    HouseTimes times = new HouseTimes(request.venue());
    return !times.checkOut(stay.nights().departure()).isAfter(request.now());
  }

  /** Nobody owes for a room that was never promised for good. */
  private static long owed(StayRequest request, Stay stay) {
    boolean free =
        !(stay.state() instanceof Confirmed) || !request.now().isAfter(stay.quote().freeUntil());
    return free ? 0 : stay.quote().cancellationFee();
  }
}
