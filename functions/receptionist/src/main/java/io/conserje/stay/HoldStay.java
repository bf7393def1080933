package io.conserje.stay;

import io.conserje.stay.Act.Verb;

/** Keeps a room for somebody who is still deciding. */
public final class HoldStay {

  private final TakeRoom rooms;

  public HoldStay(StayBook book) {
    this.rooms = new TakeRoom(book);
  }

  public StayAnswer hold(StayWish wish, StayGuest who, String key) {
    StayState held = new StayState.Held(wish.now().plus(wish.venue().lodging().rules().hold()), 0);
    return rooms.take(wish, who, Verb.HOLD, key, held);
  }
}
