package io.conserje.reservation;

/** Sees what changes in the book, as part of the change: in its transaction, under its lock. */
public interface BookWatcher {

  default void written(Entry entry, Reservation made, Act act) {}

  /** Another time, party or place; its old tables may be free now. */
  default void rewritten(Reservation before, Entry entry, Reservation after, Act act) {}

  default void moved(Reservation before, Reservation after, Act act) {}
}
