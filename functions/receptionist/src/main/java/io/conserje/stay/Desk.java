package io.conserje.stay;

import io.conserje.stay.Act.Verb;
import io.conserje.stay.StayAnswer.Done;
import io.conserje.stay.StayAnswer.No;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What every verb does alike: once per key, alone in the house, on a stay of who asks. */
record Desk(StayBook book) {

  /** A verb that makes a stay. */
  StayAnswer make(StayWish wish, Act act, Supplier<StayAnswer> verb) {
    return book.alone(
        wish.venue().id(),
        () -> book.didBefore(wish.venue().id(), act).<StayAnswer>map(Done::new).orElseGet(verb));
  }

  /** A verb on a stay that is there. */
  StayAnswer change(StayRequest request, Verb verb, Function<Stay, StayAnswer> work) {
    String reference = request.plainReference();
    if (!reference.matches("[A-Z0-9]{1,12}")) {
      return new No(StayRefusal.NOT_FOUND);
    }
    return book.alone(
        request.venue().id(),
        () ->
            book.didBefore(request.venue().id(), request.act(verb))
                .map(done -> again(done, reference))
                .orElseGet(() ->
                    book.byReference(request.venue().id(), reference)
                        .filter(stay -> request.by().mayTouch(stay, book.checks()))
                        .map(work)
                        .orElseGet(() -> new No(StayRefusal.NOT_FOUND))));
  }

  private static StayAnswer again(Stay done, String reference) {
    return done.reference().equals(reference) ? new Done(done) : new No(StayRefusal.KEY_USED);
  }

  StayAnswer save(StayRequest request, Verb verb, Stay before, Stay after, List<RoomClaim> moved) {
    return new Done(book.save(request.venue(), before, after, moved, request.act(verb)));
  }

  StayAnswer save(StayRequest request, Verb verb, Stay before, Stay after) {
    return save(request, verb, before, after, List.of());
  }

  /**
   * Keeps the room at other hours, or on other nights, with what others have to move for it.
   *
   * @param wanted as it shall be; empty when it does not fit
   */
  Optional<Plan> fit(StayRequest request, Stay stay, RoomClaim wanted) {
    Occupancy others =
        book.occupancy(
                request.venue(),
                earliest(stay, wanted).minusDays(FindRoom.DAYS_AROUND),
                latest(stay, wanted).plusDays(FindRoom.DAYS_AROUND))
            .without(stay.id());
    return request
        .venue()
        .lodging()
        .type(wanted.type())
        .flatMap(type -> new FreeRooms(type, others).plan(wanted));
  }

  private static LocalDate earliest(Stay stay, RoomClaim wanted) {
    LocalDate before = stay.nights().arrival();
    return before.isBefore(wanted.nights().arrival()) ? before : wanted.nights().arrival();
  }

  private static LocalDate latest(Stay stay, RoomClaim wanted) {
    LocalDate before = stay.nights().departure();
    return before.isAfter(wanted.nights().departure()) ? before : wanted.nights().departure();
  }
}
