package io.conserje.stay;

import java.time.LocalTime;

/**
 * Hours that are other than the house's.
 *
 * @param from when the guest comes on the day of arrival; null for the house's check-in
 * @param until when the guest leaves on the day of departure; null for the house's check-out
 */
public record Hours(LocalTime from, LocalTime until) {

  public static final Hours USUAL = new Hours(null, null);

  public Hours from(LocalTime time) {
    return new Hours(time, until);
  }

  public Hours until(LocalTime time) {
    return new Hours(from, time);
  }
}
