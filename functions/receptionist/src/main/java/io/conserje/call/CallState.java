package io.conserje.call;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a call has come. It only goes forward, however late news of it arrives. */
public enum CallState {
  SCHEDULED,
  QUEUED,
  RINGING,
  IN_PROGRESS,
  FORWARDING,
  /** Over, and never anything else again. */
  ENDED;

  /** The lower-case name used in the database and the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Empty for a word that is no state. */
  public static Optional<CallState> of(String code) {
    return Arrays.stream(values()).filter(state -> state.code().equals(code)).findFirst();
  }

  /** The later of the two; null says nothing. */
  public CallState further(CallState other) {
    return other == null || other.compareTo(this) < 0 ? this : other;
  }
}
