package io.conserje.stay;

import io.conserje.venue.LodgingRules;
import io.conserje.venue.NightsAllowed;
import io.conserje.venue.RoomType;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the house allows, whatever rooms are free. The first rule that is broken is the answer; the
 * order is that of a person checking a request: is it one at all, is it for us, is it in time.
 */
public enum StayRules {
  THE_HOUSE_HAS_ROOMS(StayRefusal.NO_ROOMS, false, w -> !w.venue().lodging().types().isEmpty()),
  AN_ADULT_COMES(StayRefusal.NO_ADULTS, false, StayRules::somebody),
  NOBODY_LEAVES_BEFORE_ARRIVING(
      StayRefusal.DEPARTURE_BEFORE_ARRIVAL, false, w -> w.arrival().isBefore(w.departure())),
  NOT_IN_THE_PAST(StayRefusal.PAST, true, w -> !w.arrival().isBefore(w.today())),
  NOT_TOO_FAR_AHEAD(StayRefusal.TOO_FAR_AHEAD, true, StayRules::inSight),
  WITH_SOME_NOTICE(StayRefusal.TOO_SOON, true, StayRules::inTime),
  SOME_ROOM_TAKES_THEM(
      StayRefusal.TOO_MANY_GUESTS,
      false,
      w -> w.venue().lodging().types().stream().anyMatch(w::fits)),
  A_TYPE_WE_HAVE(StayRefusal.UNKNOWN_TYPE, false, w -> w.anyType() || w.roomType().isPresent()),
  THE_ROOM_TAKES_THEM(
      StayRefusal.ROOM_TOO_SMALL, false, w -> w.anyType() || w.fits(w.roomType().orElseThrow())),
  NOT_FOR_TOO_SHORT(StayRefusal.TOO_FEW_NIGHTS, false, w -> w.length() >= allowed(w).least()),
  NOT_FOR_TOO_LONG(StayRefusal.TOO_MANY_NIGHTS, false, w -> w.length() <= allowed(w).most()),
  ON_A_DAY_OF_ARRIVAL(StayRefusal.CLOSED_TO_ARRIVAL, true, StayRules::mayArrive),
  WHILE_ROOMS_ARE_LET(StayRefusal.NOT_LET, false, StayRules::let);

  private final StayRefusal refusal;
  private final boolean aboutArriving;
  private final Predicate<StayWish> kept;

  StayRules(StayRefusal refusal, boolean aboutArriving, Predicate<StayWish> kept) {
    this.refusal = refusal;
    this.aboutArriving = aboutArriving;
    this.kept = kept;
  }

  public static Optional<StayRefusal> refusal(StayWish wish) {
    return Arrays.stream(values()).filter(r -> !r.kept.test(wish)).map(r -> r.refusal).findFirst();
  }

  /** As {@link #refusal} for guests whose day of arrival was accepted before. */
  static Optional<StayRefusal> refusalOnceAccepted(StayWish wish) {
    return Arrays.stream(values())
        .filter(r -> !r.aboutArriving && !r.kept.test(wish))
        .map(r -> r.refusal)
        .findFirst();
  }

  private static boolean somebody(StayWish wish) {
    return wish.party().adults() > 0 && wish.party().children() >= 0 && wish.party().cots() >= 0;
  }

  private static boolean inSight(StayWish wish) {
    return !wish.arrival().isAfter(wish.today().plusDays(rules(wish).horizon().toDays()));
  }

  private static boolean inTime(StayWish wish) {
    Instant latest =
        new HouseTimes(wish.venue()).checkIn(wish.arrival()).minus(rules(wish).notice());
    return !wish.now().isAfter(latest);
  }

  private static NightsAllowed allowed(StayWish wish) {
    return wish.venue().lodging().nights(wish.arrival());
  }

  private static boolean mayArrive(StayWish wish) {
    return some(wish, t -> !wish.venue().lodging().closedToArrival(wish.arrival(), t.name()));
  }

  private static boolean let(StayWish wish) {
    return some(
        wish,
        t -> new Pricing(wish.venue()).of(t, wish.nights(), wish.party(), Hours.USUAL).isPresent());
  }

  private static boolean some(StayWish wish, Predicate<RoomType> type) {
    return wish.anyType()
        ? wish.venue().lodging().types().stream().filter(wish::fits).anyMatch(type)
        : type.test(wish.roomType().orElseThrow());
  }

  private static LodgingRules rules(StayWish wish) {
    return wish.venue().lodging().rules();
  }
}
