package io.conserje.stay;

import java.util.List;

/** What came of a wish about a stay. */
public sealed interface StayAnswer {

  /** It is in the book. */
  record Done(Stay stay) implements StayAnswer {}

  /**
   * @param alternatives what is free instead, in the order a receptionist would offer it
   */
  record No(StayRefusal why, List<Offer> alternatives) implements StayAnswer, Offered {
    public No(StayRefusal why) {
      this(why, List.of());
    }
  }

  /** The answer to a question. */
  sealed interface Offered {}

  /**
   * @param offers the cheapest first
   */
  record Offers(List<Offer> offers) implements Offered {}
}
