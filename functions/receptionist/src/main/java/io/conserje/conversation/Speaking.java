package io.conserje.conversation;

import io.conserje.venue.Venue;

/** What of a reply the house also says aloud. */
public interface Speaking {

  /** Every reply is only written. */
  Speaking NOBODY = (turn, venue) -> "";

  /** The reply of a turn for the ear; empty where it is only written. */
  String aloud(Turn turn, Venue venue);
}
