package io.conserje.reservation;

import java.util.Locale;
import java.util.Set;

/** The life of a reservation. */
public enum ReservationStatus {
  HELD,
  PENDING,
  CONFIRMED,
  SEATED,
  FINISHED,
  CANCELLED,
  NO_SHOW,
  EXPIRED;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static ReservationStatus of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /** Whether a reservation in this state keeps its table. */
  public boolean keepsTable() {
    return this == HELD || this == PENDING || this == CONFIRMED || this == SEATED;
  }

  public boolean canBecome(ReservationStatus next) {
    return switch (this) {
      case HELD -> Set.of(PENDING, CONFIRMED, CANCELLED, EXPIRED).contains(next);
      case PENDING -> Set.of(CONFIRMED, CANCELLED, EXPIRED).contains(next);
      case CONFIRMED -> Set.of(SEATED, CANCELLED, NO_SHOW).contains(next);
      case SEATED -> next == FINISHED;
      case FINISHED, CANCELLED, NO_SHOW, EXPIRED -> false;
    };
  }
}
