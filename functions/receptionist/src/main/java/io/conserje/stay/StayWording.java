package io.conserje.stay;

import io.conserje.venue.NightsAllowed;
import io.conserje.venue.Venue;

/**
 * What the house says of stays, in one language. Facts come in as arguments; no sentence invents
 * one.
 */
public interface StayWording {

  /** A stay that is in the book: nights, room, name, price and reference are all said. */
  String booked(Stay stay, Venue venue);

  /** A room that is kept until the guest says yes, or until the deposit is there. */
  String kept(Stay stay, Venue venue);

  String changed(Stay stay, Venue venue);

  /** With what is owed for it. */
  String cancelled(Stay stay, Venue venue);

  /**
   * Why a wish cannot be met, in one sentence.
   *
   * @param nights how long guests stay who arrive when it was wished for
   */
  String refused(StayRefusal why, Venue venue, NightsAllowed nights);

  /** An amount in minor units, as it is said. */
  String money(long amount, String currency);
}
