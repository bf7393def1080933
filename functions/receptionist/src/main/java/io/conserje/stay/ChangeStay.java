package io.conserje.stay;

import io.conserje.stay.Act.Verb;
import io.conserje.stay.Stay.Booked;
import io.conserje.stay.StayAnswer.No;
import io.conserje.stay.StayState.InHouse;
import io.conserje.stay.StayState.ToCome;
import io.conserje.stay.StayState.Waiting;
import io.conserje.venue.RoomType;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Changes nights, type or guests of a stay. It is priced anew and checked anew, and either all of
 * it changes or nothing does.
 */
public final class ChangeStay {

  private final StayBook book;
  private final Desk desk;

  public ChangeStay(StayBook book) {
    this.book = book;
    this.desk = new Desk(book);
  }

  /**
   * What shall be different; what is null (or blank) stays as it is.
   *
   * @param notes added to those that are there
   */
  public record Change(
      LocalDate arrival,
      LocalDate departure,
      String type,
      Integer adults,
      Integer children,
      Integer cots,
      String notes) {

    public Change(
        LocalDate arrival,
        LocalDate departure,
        String type,
        Integer adults,
        Integer children,
        Integer cots) {
      this(arrival, departure, type, adults, children, cots, null);
    }

    private boolean notesOnly() {
      boolean room = arrival != null || departure != null || type != null && !type.isBlank();
      return !room && adults == null && children == null && cots == null && !noted().isEmpty();
    }

    private String noted() {
      return notes == null ? "" : notes.strip();
    }

    private Party party(Party before) {
      return new Party(
          Objects.requireNonNullElse(adults, before.adults()),
          Objects.requireNonNullElse(children, before.children()),
          Objects.requireNonNullElse(cots, before.cots()));
    }
  }

  public StayAnswer change(StayRequest request, Change change) {
    return desk.change(
        request,
        Verb.CHANGE,
        stay ->
            change.notesOnly()
                ? note(request, stay, change)
                : change(request, stay.noting(change.noted()), wish(request, stay, change)));
  }

  /** A note costs nothing and keeps the price that was agreed. */
  private StayAnswer note(StayRequest request, Stay stay, Change change) {
    return switch (stay.state()) {
      case Waiting waiting when waiting.isOver(request.now()) -> new No(StayRefusal.HOLD_OVER);
      case ToCome _, InHouse _ ->
          desk.save(request, Verb.CHANGE, stay, stay.noting(change.noted()));
      default -> new No(StayRefusal.NOT_POSSIBLE);
    };
  }

  private static StayWish wish(StayRequest request, Stay stay, Change change) {
    return new StayWish(
        request.venue(),
        Objects.requireNonNullElse(change.arrival(), stay.nights().arrival()),
        Objects.requireNonNullElse(change.departure(), stay.nights().departure()),
        change.type() == null || change.type().isBlank() ? stay.type() : change.type(),
        change.party(stay.party()),
        request.now());
  }

  private StayAnswer change(StayRequest request, Stay stay, StayWish wish) {
    Optional<StayRefusal> forbidden = forbidden(stay, wish);
    if (forbidden.isPresent()) {
      return new No(forbidden.get());
    }
    boolean sameArrival = wish.arrival().equals(stay.nights().arrival());
    Optional<StayRefusal> rule =
        sameArrival ? StayRules.refusalOnceAccepted(wish) : StayRules.refusal(wish);
    if (rule.isPresent()) {
      return no(rule.get(), stay, wish);
    }
    return fitting(request, stay, wish);
  }

  /** What the state of the stay does not allow. */
  private static Optional<StayRefusal> forbidden(Stay stay, StayWish wish) {
    return switch (stay.state()) {
      case Waiting waiting when waiting.isOver(wish.now()) -> Optional.of(StayRefusal.HOLD_OVER);
      case ToCome _ -> Optional.empty();
      case InHouse _ when staysPut(stay, wish) -> Optional.empty();
      default -> Optional.of(StayRefusal.NOT_POSSIBLE);
    };
  }

  /**
   * Who is in the house keeps the room and can only leave later, or earlier but not before today.
   */
  private static boolean staysPut(Stay stay, StayWish wish) {
    return wish.arrival().equals(stay.nights().arrival())
        && wish.roomType().map(RoomType::name).filter(stay.type()::equals).isPresent()
        && !wish.departure().isBefore(wish.today());
  }

  private StayAnswer fitting(StayRequest request, Stay stay, StayWish wish) {
    RoomType type = wish.roomType().orElseThrow();
    Hours hours = hours(stay, wish);
    Quote quote =
        new Pricing(wish.venue())
            .changed(stay, type, wish.nights(), wish.party(), hours, wish.now())
            .orElseThrow();
    return desk.fit(request, stay, wanted(stay, wish, type, hours))
        .map(plan -> {
          Booked changed = new Booked(wish.nights(), wish.party(), hours, plan.claim(), quote);
          return desk.save(request, Verb.CHANGE, stay, stay.with(changed), plan.moved());
        })
        .orElseGet(() -> no(StayRefusal.FULL, stay, wish));
  }

  /** Hours that were bought for a day that changes are not bought for the new one. */
  private static Hours hours(Stay stay, StayWish wish) {
    Hours hours = stay.hours();
    if (!wish.arrival().equals(stay.nights().arrival())) {
      hours = hours.from(null);
    }
    return wish.departure().equals(stay.nights().departure()) ? hours : hours.until(null);
  }

  private static RoomClaim wanted(Stay stay, StayWish wish, RoomType type, Hours hours) {
    return new RoomClaim(
        stay.id(),
        stay.claim().room(),
        type.name(),
        wish.nights(),
        new HouseTimes(wish.venue()).roomTime(wish.nights(), hours),
        stay.claim().movable());
  }

  private StayAnswer no(StayRefusal why, Stay stay, StayWish wish) {
    if (!StayAlternatives.mayHelp(why, wish)) {
      return new No(why);
    }
    FindRoom rooms = FindRoom.over(book, wish);
    return new FindRoom(rooms.occupancy().without(stay.id())).no(why, wish);
  }
}
