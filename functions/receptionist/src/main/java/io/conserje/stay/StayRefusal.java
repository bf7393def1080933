package io.conserje.stay;

import java.util.Locale;

/** Why a wish about a stay cannot be met. */
public enum StayRefusal {
  /** No room of that kind is left. */
  FULL,
  /** The room is somebody else's at those hours. */
  ROOM_TAKEN,
  /** The house does not let that type in one of those nights. */
  NOT_LET,
  CLOSED_TO_ARRIVAL,
  PAST,
  TOO_SOON,
  TOO_FAR_AHEAD,
  TOO_FEW_NIGHTS,
  TOO_MANY_NIGHTS,
  DEPARTURE_BEFORE_ARRIVAL,
  NO_ADULTS,
  /** No room of the house takes so many; a person finds a way with two. */
  TOO_MANY_GUESTS,
  /** Other rooms would take them. */
  ROOM_TOO_SMALL,
  UNKNOWN_TYPE,
  NO_ROOMS,
  NAME_MISSING,
  NAME_TOO_LONG,
  NOTES_TOO_LONG,
  PHONE_INVALID,
  NOT_FOUND,
  /** As things stand with the stay, that cannot be done with it any more, or not yet. */
  NOT_POSSIBLE,
  HOLD_OVER,
  HELD_LONG_ENOUGH,
  /** Later or earlier than the house allows. */
  OUTSIDE_HOURS,
  /** The same key came before with another stay. */
  KEY_USED;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
