package io.conserje.stay;

import io.conserje.reservation.Period;
import io.conserje.stay.Act.Verb;
import io.conserje.stay.StayAnswer.No;
import io.conserje.stay.StayState.Confirmed;
import io.conserje.stay.StayState.InHouse;
import java.util.Optional;

/** Gives a guest the key. From then on the room is theirs and no other of its type will do. */
public final class CheckIn {

  private final Desk desk;
  private final StayBook book;

  public CheckIn(StayBook book) {
    this.book = book;
    this.desk = new Desk(book);
  }

  public StayAnswer arrive(StayRequest request) {
    return desk.change(request, Verb.CHECK_IN, stay -> arrive(request, stay));
  }

  private StayAnswer arrive(StayRequest request, Stay stay) {
    if (!(stay.state() instanceof Confirmed confirmed)
        || !request.byHouse()
        || !due(request, stay)) {
      return new No(StayRefusal.NOT_POSSIBLE);
    }
    InHouse there = confirmed.arrived(request.now());
    RoomClaim claim = stay.claim();
    if (!request.now().isBefore(claim.period().from())) {
      return desk.save(request, Verb.CHECK_IN, stay, stay.with(there, claim.settled()));
    }
    return ready(request, stay)
        .map(plan ->
            desk.save(
                request,
                Verb.CHECK_IN,
                stay,
                stay.with(there, plan.claim().settled()),
                plan.moved()))
        .orElseGet(() -> new No(StayRefusal.ROOM_TAKEN));
  }

  /** On the day of arrival or while the stay lasts. */
  private static boolean due(StayRequest request, Stay stay) {
    HouseTimes times = new HouseTimes(request.venue());
    return !times.day(request.now()).isBefore(stay.nights().arrival())
        && request.now().isBefore(times.checkOut(stay.nights().departure()));
  }

  /** Who comes before the hour gets in if a room is ready. */
  private Optional<Plan> ready(StayRequest request, Stay stay) {
    RoomClaim kept = stay.claim();
    return desk.fit(
        request,
        stay,
        new RoomClaim(
            kept.stay(),
            kept.room(),
            kept.type(),
            kept.nights(),
            new Period(request.now(), kept.period().to()),
            true));
  }
}
