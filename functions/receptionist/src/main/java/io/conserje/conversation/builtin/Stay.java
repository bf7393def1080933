package io.conserje.conversation.builtin;

import java.time.LocalDate;

/**
 * What a message says about a stay. Whatever it does not say is null.
 *
 * @param nights where the message does not say both days; the departure may follow from it
 * @param moreAdults besides those who were said before; may be negative, as {@code moreChildren}
 * @param room the house's own name of the type
 */
record Stay(
    LocalDate arrival,
    LocalDate departure,
    Integer nights,
    Integer adults,
    Integer children,
    Integer cots,
    String room,
    int moreAdults,
    int moreChildren) {

  static final Stay NONE = new Stay(null, null, null, null, null, null, null, 0, 0);

  Stay on(LocalDate from, LocalDate until) {
    return new Stay(from, until, nights, adults, children, cots, room, moreAdults, moreChildren);
  }

  Stay forNights(Integer count) {
    return new Stay(null, null, count, adults, children, cots, room, moreAdults, moreChildren);
  }

  Stay withoutPeople() {
    return new Stay(arrival, departure, nights, null, children, cots, room, 0, moreChildren);
  }

  boolean begun() {
    return !equals(NONE);
  }

  /** Whether it says when or for how many, and not just of which room it asks something. */
  boolean dated() {
    return arrival != null || departure != null || nights != null || adults != null;
  }
}
