package io.conserje.reservation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the house allows, as the note by the telephone says it. The first rule that is broken is the
 * answer.
 */
public enum BookingRules {
  SOMEBODY_COMES(Refusal.PARTY_TOO_SMALL, w -> w.party().size() >= 1),
  A_LARGE_PARTY_TALKS_TO_A_PERSON(
      Refusal.PARTY_TOO_LARGE,
      w -> w.byHand() || w.party().size() <= w.venue().rules().largestParty()),
  NOT_IN_THE_PAST(Refusal.PAST, w -> ahead(w).isPositive()),
  WITH_SOME_NOTICE(
      Refusal.TOO_SOON, w -> w.byHand() || ahead(w).compareTo(w.venue().rules().notice()) >= 0),
  NOT_TOO_FAR_AHEAD(
      Refusal.TOO_FAR_AHEAD,
      w -> w.byHand() || ahead(w).compareTo(w.venue().rules().horizon()) <= 0),
  WHILE_THE_HOUSE_IS_OPEN(Refusal.CLOSED, BookingRules::open),
  NOT_BETWEEN_TWO_SITTINGS(Refusal.BETWEEN_SITTINGS, w -> w.sitting() != null),
  ON_THE_QUARTER(Refusal.OFF_THE_QUARTER, w -> w.byHand() || w.sitting().lists(w.at())),
  SOMEWHERE_IN_THE_HOUSE(Refusal.NO_SUCH_ZONE, BookingRules::knownZone),
  PETS_WHERE_THEY_MAY_BE(Refusal.NO_PETS_THERE, BookingRules::petsWelcome),
  ENOUGH_HIGH_CHAIRS(
      Refusal.NO_HIGH_CHAIR,
      w -> w.party().highChairs() >= 0 && w.party().highChairs() <= w.venue().rules().highChairs());

  private static final List<BookingRules> ALL = List.of(values());

  private final Refusal refusal;
  private final Predicate<Wish> kept;

  BookingRules(Refusal refusal, Predicate<Wish> kept) {
    this.refusal = refusal;
    this.kept = kept;
  }

  public static List<BookingRules> all() {
    return ALL;
  }

  /** Why the house has no table for such a party, whatever day it asks for. */
  static Optional<Refusal> never(Wish wish) {
    return Stream.of(
            SOMEBODY_COMES,
            A_LARGE_PARTY_TALKS_TO_A_PERSON,
            SOMEWHERE_IN_THE_HOUSE,
            PETS_WHERE_THEY_MAY_BE,
            ENOUGH_HIGH_CHAIRS)
        .filter(rule -> !rule.kept.test(wish))
        .map(rule -> rule.refusal)
        .findFirst();
  }

  /** Why this wish cannot be met, whatever tables are free. */
  public static Optional<Refusal> refusal(Wish wish) {
    for (BookingRules rule : ALL) {
      if (!rule.kept.test(wish)) {
        return Optional.of(rule.refusal);
      }
    }
    return Optional.empty();
  }

  private static Duration ahead(Wish wish) {
    return Duration.between(wish.now(), wish.begins().toInstant());
  }

  /** A local time that a change to summer time skips does not exist, so nobody can come then. */
  private static boolean open(Wish wish) {
    boolean exists = !wish.venue().zone().getRules().getValidOffsets(wish.at()).isEmpty();
    return exists
        && (wish.sitting() != null || wish.venue().hours().serviceAt(wish.at()).isPresent());
  }

  private static boolean knownZone(Wish wish) {
    return wish.zone().isEmpty()
        || wish.venue().room().tables().stream().anyMatch(t -> t.zone().equals(wish.zone()));
  }

  private static boolean petsWelcome(Wish wish) {
    return !wish.party().pets()
        || (wish.zone().isEmpty()
            ? wish.venue().room().tables().stream()
                .anyMatch(t -> wish.venue().room().pets(t.zone()))
            : wish.venue().room().pets(wish.zone()));
  }
}
