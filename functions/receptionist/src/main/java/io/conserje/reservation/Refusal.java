package io.conserje.reservation;

import java.util.Locale;

/** Why a wish cannot be met. */
public enum Refusal {
  FULL,
  CLOSED,
  PAST,
  TOO_SOON,
  TOO_FAR_AHEAD,
  PARTY_TOO_LARGE,
  PARTY_TOO_SMALL,
  NAME_MISSING,
  NOT_FOUND;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
