package io.conserje.outbound;

import java.time.Duration;

/**
 * What came of giving a message to a provider. Whether it may be tried again is decided here, once.
 */
public sealed interface Sending {

  /** The provider took it, under this id. */
  record Taken(String providerMessageId) implements Sending {}

  /**
   * Not now: too many requests, a fault of theirs, no connection.
   *
   * @param askedToWait what the provider asked for, or null
   * @param about whom it concerns
   */
  record Later(String errorCode, String reason, Duration askedToWait, About about)
      implements Sending {
    public Later(String errorCode, String reason, Duration askedToWait) {
      this(errorCode, reason, askedToWait, askedToWait == null ? About.PROVIDER : About.PAUSE);
    }
  }

  /** Whom a passing failure concerns, besides the message that met it. */
  enum About {
    /** Nobody: it is about this message, or about who it goes to or comes from. */
    MESSAGE,
    /** The provider, who would have failed any other message too. */
    PROVIDER,
    /** Everybody: the provider asks for a pause. */
    PAUSE
  }

  /**
   * Never: the recipient, the credentials or the message are wrong.
   *
   * @param asked whether it is the provider that says so; else it was known without asking, and
   *     tells nothing of the provider
   */
  record Refused(String errorCode, String reason, Refusal what, boolean asked) implements Sending {
    public Refused(String errorCode, String reason, Refusal what) {
      this(errorCode, reason, what, true);
    }

    public Refused(String errorCode, String reason) {
      this(errorCode, reason, Refusal.FINAL);
    }

    public static Refused unasked(String errorCode, String reason) {
      return new Refused(errorCode, reason, Refusal.FINAL, false);
    }
  }

  /** What a refusal leaves to be done. */
  enum Refusal {
    FINAL,
    /** Not over this channel; another one may reach the guest. */
    NOT_OVER_THIS_CHANNEL,
    /** The guest does not want to be written to. */
    OPTED_OUT
  }
}
