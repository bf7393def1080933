package io.conserje.stay;

import io.conserje.reservation.Period;
import io.conserje.stay.Act.Verb;
import io.conserje.stay.StayAnswer.No;
import io.conserje.stay.StayState.InHouse;
import java.time.Instant;
import java.time.LocalDate;

/** A guest gives the key back. Nights that were not slept can be sold again; the price stays. */
public final class CheckOut {

  private final Desk desk;

  public CheckOut(StayBook book) {
    this.desk = new Desk(book);
  }

  public StayAnswer leave(StayRequest request) {
    return desk.change(
        request,
        Verb.CHECK_OUT,
        stay ->
            stay.state() instanceof InHouse inHouse && request.byHouse()
                ? desk.save(
                    request,
                    Verb.CHECK_OUT,
                    stay,
                    stay.with(inHouse.left(request.now()), used(request, stay.claim())))
                : new No(StayRefusal.NOT_POSSIBLE));
  }

  /** What is left of the claim; none when the guest turned round at the door. */
  private static RoomClaim used(StayRequest request, RoomClaim claim) {
    HouseTimes times = new HouseTimes(request.venue());
    LocalDate today = times.day(request.now());
    if (!today.isAfter(claim.nights().arrival())) {
      return null;
    }
    LocalDate last =
        today.isBefore(claim.nights().departure()) ? today : claim.nights().departure();
    Instant ready = request.now().plus(request.venue().lodging().rules().cleaning());
    Instant end = ready.isBefore(claim.period().to()) ? ready : claim.period().to();
    return new RoomClaim(
        claim.stay(),
        claim.room(),
        claim.type(),
        new Nights(claim.nights().arrival(), last),
        new Period(claim.period().from(), end),
        false);
  }
}
