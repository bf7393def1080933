package io.conserje.stay;

import io.conserje.stay.StayAnswer.No;
import io.conserje.stay.StayAnswer.Offered;
import io.conserje.stay.StayAnswer.Offers;
import io.conserje.venue.RoomType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What can be offered for a wish, given one look at the book. */
record FindRoom(Occupancy occupancy) {

  /** How many days before and after a wish have to be looked at, for what could be instead. */
  static final int DAYS_AROUND = 8;

  private static final UUID NOBODY = new UUID(0, 0);

  static FindRoom over(StayBook book, StayWish wish) {
    return new FindRoom(
        book.occupancy(
            wish.venue(),
            wish.arrival().minusDays(DAYS_AROUND),
            wish.departure().plusDays(DAYS_AROUND)));
  }

  /** Whether the wish can be refused without a look at the book. */
  static boolean hopeless(StayWish wish) {
    return StayRules.refusal(wish).filter(why -> !StayAlternatives.mayHelp(why, wish)).isPresent();
  }

  Offered ask(StayWish wish) {
    Optional<StayRefusal> rule = StayRules.refusal(wish);
    if (rule.isPresent()) {
      return no(rule.get(), wish);
    }
    List<Offer> offers = offers(wish);
    return offers.isEmpty() ? no(StayRefusal.FULL, wish) : new Offers(offers);
  }

  No no(StayRefusal why, StayWish wish) {
    return new No(why, new StayAlternatives(this).to(why, wish));
  }

  /** Types that are free and let to who arrives that day, the cheapest first. */
  List<Offer> offers(StayWish wish) {
    return wish.venue().lodging().types().stream()
        .filter(type -> wish.anyType() || wish.roomType().filter(type::equals).isPresent())
        .flatMap(type -> offer(wish, type).stream())
        .sorted(Comparator.comparingLong(o -> o.quote().total()))
        .toList();
  }

  Optional<Offer> offer(StayWish wish, RoomType type) {
    boolean open = !wish.venue().lodging().closedToArrival(wish.arrival(), type.name());
    return wish.fits(type) && open && plan(wish, type, Hours.USUAL, NOBODY).isPresent()
        ? new Pricing(wish.venue())
            .of(type, wish.nights(), wish.party(), Hours.USUAL)
            .map(quote -> new Offer(type, wish.nights(), quote))
        : Optional.empty();
  }

  Optional<Plan> plan(StayWish wish, RoomType type, Hours hours, UUID stay) {
    return new FreeRooms(type, occupancy)
        .plan(
            new RoomClaim(
                stay,
                "",
                type.name(),
                wish.nights(),
                new HouseTimes(wish.venue()).roomTime(wish.nights(), hours),
                true));
  }
}
