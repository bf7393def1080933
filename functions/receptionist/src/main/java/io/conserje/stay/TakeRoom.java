package io.conserje.stay;

import io.conserje.stay.Act.Verb;
import io.conserje.stay.StayAnswer.Done;
import io.conserje.stay.StayAnswer.No;
import io.conserje.stay.StayAnswer.Offers;
import java.util.Optional;
import java.util.UUID;

/** Takes the cheapest room that fits a wish out of what is free. */
final class TakeRoom {

  private final StayBook book;

  TakeRoom(StayBook book) {
    this.book = book;
  }

  StayAnswer take(StayWish wish, StayGuest who, Verb verb, String key, StayState state) {
    Act act = new Act(verb, key, who.by().who(), who.by().why(), wish.now());
    return new Desk(book).make(wish, act, () -> take(wish, who, act, state));
  }

  private StayAnswer take(StayWish wish, StayGuest who, Act act, StayState state) {
    Optional<StayRefusal> nonsense = who.refusal(wish.venue());
    if (nonsense.isPresent()) {
      return new No(nonsense.get());
    }
    if (FindRoom.hopeless(wish)) {
      return new No(StayRules.refusal(wish).orElseThrow());
    }
    FindRoom rooms = FindRoom.over(book, wish);
    return switch (rooms.ask(wish)) {
      case Offers offers -> take(wish, who, act, state, offers.offers().getFirst(), rooms);
      case No no -> no;
    };
  }

  private StayAnswer take(
      StayWish wish, StayGuest who, Act act, StayState state, Offer offer, FindRoom rooms) {
    UUID id = UUID.randomUUID();
    Plan plan = rooms.plan(wish, offer.type(), Hours.USUAL, id).orElseThrow();
    Stay draft =
        new Stay(
            id,
            wish.venue().id(),
            "",
            state,
            offer.nights(),
            offer.type().name(),
            wish.party(),
            Hours.USUAL,
            plan.claim(),
            offer.quote(),
            who.knownTo(wish.venue()),
            who.notes(),
            who.channel(),
            who.conversation());
    return new Done(book.write(wish.venue(), draft, plan.moved(), act));
  }
}
