package io.conserje.stay;

import io.conserje.stay.StayAnswer.No;
import io.conserje.stay.StayAnswer.Offered;

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
}
