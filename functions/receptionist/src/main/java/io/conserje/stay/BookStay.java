package io.conserje.stay;

import io.conserje.stay.Act.Verb;

/** Sells a room. */
public final class BookStay {

  private final TakeRoom rooms;

  public BookStay(StayBook book) {
    this.rooms = new TakeRoom(book);
  }

  /**
   * Books the wished type, or the cheapest that fits, or says why not. Called again with the same
   * key it says again what it did.
   */
  public StayAnswer book(StayWish wish, StayGuest who, String key) {
    StayState state = StayState.agreed(wish.venue().lodging().terms().deposit(), wish.now());
    return rooms.take(wish, who, Verb.BOOK, key, state);
  }
}
