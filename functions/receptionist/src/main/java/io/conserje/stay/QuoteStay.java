package io.conserje.stay;

import io.conserje.stay.StayAnswer.No;
import io.conserje.stay.StayAnswer.Offered;
import io.conserje.venue.RoomType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Says which rooms are free and what they cost, without keeping one. */
public final class QuoteStay {

  private final StayBook book;

  public QuoteStay(StayBook book) {
    this.book = book;
  }

  public Offered quote(StayWish wish) {
    return FindRoom.hopeless(wish)
        ? new No(StayRules.refusal(wish).orElseThrow())
        : FindRoom.over(book, wish).ask(wish);
  }

  /** What several rooms come to. */
  public sealed interface Together {

    /** In the smallest unit of the house's currency. */
    record Sum(long total) implements Together {}

    /** They cannot all be had; {@code why} is said of the first that cannot. */
    record NotAll(StayRefusal why) implements Together {}
  }

  /**
   * Each room as if those before it were kept, after one look at the book.
   *
   * @param wishes each for a named type, all of them for the same nights
   */
  public Together together(List<StayWish> wishes) {
    Optional<StayRefusal> ruled =
        wishes.stream().flatMap(wish -> StayRules.refusal(wish).stream()).findFirst();
    if (ruled.isPresent()) {
      return new Together.NotAll(ruled.get());
    }
    FindRoom rooms = FindRoom.over(book, wishes.getFirst());
    long sum = 0;
    for (int i = 0; i < wishes.size(); i++) {
      StayWish wish = wishes.get(i);
      RoomType type = wish.roomType().orElseThrow();
      Optional<Offer> offer = rooms.offer(wish, type);
      if (offer.isEmpty()) {
        return new Together.NotAll(StayRefusal.FULL);
      }
      sum += offer.get().quote().total();
      Plan plan = rooms.plan(wish, type, Hours.USUAL, new UUID(0, i + 1L)).orElseThrow();
      rooms = new FindRoom(rooms.occupancy().with(plan));
    }
    return new Together.Sum(sum);
  }
}
