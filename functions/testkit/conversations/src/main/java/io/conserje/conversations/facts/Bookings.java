package io.conserje.conversations.facts;

import java.util.List;
import java.util.Set;

/**
 * How things stand when a reply is said.
 *
 * @param own the codes of the guest's own bookings
 * @param standing whether one of them stands
 * @param cancelled … is cancelled
 * @param changed … was changed in this conversation
 * @param waiting whether the guest is on the waitlist
 * @param others everybody else in the book
 */
public record Bookings(
    Set<String> own,
    boolean standing,
    boolean cancelled,
    boolean changed,
    boolean waiting,
    List<Other> others) {

  public record Other(String name, String phone) {}

  boolean isOwn(String code) {
    return own.contains(code);
  }
}
