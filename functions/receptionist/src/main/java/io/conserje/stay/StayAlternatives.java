package io.conserje.stay;

import io.conserje.venue.NightsAllowed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a good receptionist offers when a wish cannot be met: first the same nights in another type,
 * the nearest in price before the others; then the nearest nights in the type that was wished for;
 * then the nearest nights in any.
 */
record StayAlternatives(FindRoom rooms) {

  private static final int OF_EACH_KIND = 3;
  private static final int FARTHEST = 7;

  private static final Set<StayRefusal> HELPED =
      EnumSet.of(
          StayRefusal.FULL,
          StayRefusal.NOT_LET,
          StayRefusal.CLOSED_TO_ARRIVAL,
          StayRefusal.TOO_SOON,
          StayRefusal.TOO_FEW_NIGHTS,
          StayRefusal.TOO_MANY_NIGHTS,
          StayRefusal.ROOM_TOO_SMALL,
          StayRefusal.UNKNOWN_TYPE);

  private static final int LONGEST_LOOK = 60;

  /** Whether something else could be offered to who hears this. */
  static boolean mayHelp(StayRefusal why, StayWish wish) {
    return HELPED.contains(why) && wish.length() <= LONGEST_LOOK;
  }

  List<Offer> to(StayRefusal why, StayWish wish) {
    if (!mayHelp(why, wish)) {
      return List.of();
    }
    StayWish possible = ofAllowedLength(wish);
    List<Offer> found = new ArrayList<>(sameNights(possible));
    found.addAll(otherNights(possible));
    return found.isEmpty() ? otherNights(anyType(possible)) : found;
  }

  private List<Offer> sameNights(StayWish wish) {
    if (StayRules.refusal(anyType(wish)).isPresent()) {
      return List.of();
    }
    long wished = price(wish);
    return rooms.offers(anyType(wish)).stream()
        .sorted(Comparator.comparingLong(o -> Math.abs(o.quote().total() - wished)))
        .limit(OF_EACH_KIND)
        .toList();
  }

  /** What the wish would have cost; 0 when nobody can say. */
  private static long price(StayWish wish) {
    return wish.roomType()
        .flatMap(t -> new Pricing(wish.venue()).of(t, wish.nights(), wish.party(), Hours.USUAL))
        .map(Quote::total)
        .orElse(0L);
  }

  private List<Offer> otherNights(StayWish wish) {
    return IntStream.rangeClosed(1, FARTHEST)
        .boxed()
        .flatMap(days -> Stream.of(days, -days))
        .map(days -> wish.on(wish.nights().shifted(days)))
        .filter(w -> StayRules.refusal(w).isEmpty())
        .flatMap(w -> rooms.offers(w).stream().limit(1))
        .limit(OF_EACH_KIND)
        .toList();
  }

  private static StayWish anyType(StayWish wish) {
    return new StayWish(
        wish.venue(), wish.arrival(), wish.departure(), "", wish.party(), wish.now());
  }

  /** Who asks for too few or too many nights is offered as many as it takes. */
  private static StayWish ofAllowedLength(StayWish wish) {
    NightsAllowed allowed = wish.venue().lodging().nights(wish.arrival());
    int length = (int) Math.clamp(wish.length(), allowed.least(), allowed.most());
    return wish.on(Nights.from(wish.arrival(), length));
  }
}
