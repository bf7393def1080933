package io.conserje.reservation;

import java.util.Locale;

/** Why a wish cannot be met. {@code Wording.refused} has each in words for a guest. */
public enum Refusal {
  FULL,
  CLOSED,
  /** The house is open, but between two sittings. */
  BETWEEN_SITTINGS,
  /** Guests come at the house's quarters of an hour. */
  OFF_THE_QUARTER,
  PAST,
  TOO_SOON,
  TOO_FAR_AHEAD,
  PARTY_TOO_LARGE,
  PARTY_TOO_SMALL,
  NO_SUCH_ZONE,
  NO_PETS_THERE,
  NO_HIGH_CHAIR,
  NAME_MISSING,
  PHONE_INVALID,
  /** No table of the house suits what the party needs, whenever it comes. */
  NO_SUITABLE_TABLE,
  /** The call's key was used for another guest's booking. */
  KEY_TAKEN,
  /** The house has to be able to write to the guest. */
  MOBILE_NEEDED,
  NOT_FOUND,
  /** The booking is over or has moved on, so that this can no longer be done. */
  TOO_LATE,
  /** It is not yet time for this: a party that is not late is no no-show. */
  TOO_EARLY,
  /** Somebody else has the table until the party's own time. */
  TABLE_TAKEN;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
