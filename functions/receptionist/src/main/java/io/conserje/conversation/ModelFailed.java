package io.conserje.conversation;

import java.time.Duration;
import java.util.Locale;

/** A language model gave no answer that can be used. */
public final class ModelFailed extends RuntimeException {

  /** In what way; it decides how long the model is left alone. */
  public enum Why {
    /** Out of reach, or a fault on its side. */
    DOWN,
    /** No sign of life, or no whole answer, in time. */
    SLOW,
    /** Too many requests just now. */
    BUSY,
    /** Nothing is left of what was paid for; no waiting heals that. */
    QUOTA,
    /** A wrong key, or a model that does not exist: somebody has to put it right. */
    MISCONFIGURED,
    /** This request is not taken; another one may be. */
    REFUSED,
    /** It broke off, or cannot be understood. */
    BROKEN,
    /** It ended and said nothing. */
    EMPTY,
    /** It stated what no tool, no guest and no house had said. */
    UNFOUNDED;

    /** As metrics and logs write it. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final transient Why why;
  private final transient Duration wait;
  private final transient Tokens tokens;

  public ModelFailed(Why why, String reason) {
    this(why, reason, null, Tokens.NONE);
  }

  /**
   * @param reason for the log; nothing a guest or the model said
   * @param wait what the model asked for before the next try; null if nothing
   * @param tokens what the attempt cost all the same
   */
  public ModelFailed(Why why, String reason, Duration wait, Tokens tokens) {
    super(reason);
    this.why = why;
    this.wait = wait;
    this.tokens = tokens;
  }

  public Why why() {
    return why;
  }

  /** Null where the model did not say. */
  public Duration askedToWait() {
    return wait;
  }

  public Tokens tokens() {
    return tokens;
  }
}
