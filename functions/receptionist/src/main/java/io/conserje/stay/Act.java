package io.conserje.stay;

import java.time.Instant;
import java.util.Locale;

/**
 * Something done with a stay, for the record of its moves.
 *
 * @param key the same for every try of the same act, so that it takes effect once
 * @param who {@code guest}, {@code staff} or {@code house} (the clock), never a name
 * @param why in a few words; never what a guest wrote
 */
public record Act(Verb verb, String key, String who, String why, Instant at) {

  /** What can be done with a stay. */
  public enum Verb {
    HOLD,
    EXTEND_HOLD,
    BOOK,
    CONFIRM,
    CHANGE,
    CANCEL,
    CHECK_IN,
    CHECK_OUT,
    LATE_CHECK_OUT,
    EARLY_CHECK_IN,
    NO_SHOW,
    EXPIRE;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
