package io.conserje.stay;

import io.conserje.stay.Act.Verb;
import io.conserje.stay.StayAnswer.No;
import io.conserje.venue.RoomType;
import java.util.Optional;

/** Changes the hours of a stay: a price of its own, and room time nobody else can have. */
record OtherHours(Desk desk) {

  StayAnswer change(StayRequest request, Verb verb, Stay stay, Hours hours) {
    Optional<RoomType> type = request.venue().lodging().type(stay.type());
    Optional<Quote> quote =
        type.flatMap(t ->
            new Pricing(request.venue())
                .changed(stay, t, stay.nights(), stay.party(), hours, request.now()));
    if (quote.isEmpty()) {
      return new No(StayRefusal.NOT_LET);
    }
    RoomClaim kept = stay.claim();
    RoomClaim wanted =
        new RoomClaim(
            kept.stay(),
            kept.room(),
            kept.type(),
            kept.nights(),
            new HouseTimes(request.venue()).roomTime(stay.nights(), hours),
            kept.movable());
    return desk.fit(request, stay, wanted)
        .map(plan -> {
          Stay.Booked changed =
              new Stay.Booked(stay.nights(), stay.party(), hours, plan.claim(), quote.get());
          return desk.save(request, verb, stay, stay.with(changed), plan.moved());
        })
        .orElseGet(() -> new No(StayRefusal.ROOM_TAKEN));
  }
}
