package io.conserje.sandbox.providers;

import io.conserje.sandbox.meta.Meta;
import io.conserje.sandbox.telnyx.Telnyx;
import io.conserje.sandbox.vapi.Vapi;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One way a provider misbehaves.
 *
 * @param operation null for every one that the fault fits
 * @param status what is answered; with {@link Kind#DROP} and 2xx the request takes effect before
 *     the connection is cut
 * @param retryAfter seconds, or null
 */
public record Fault(
    String provider, String operation, Kind kind, int status, long delayMs, Integer retryAfter) {

  /** How. */
  public enum Kind {
    /** Answers late. */
    SLOW,
    /** Answers with a status of trouble and takes nothing. */
    STATUS,
    /** Cuts the connection without an answer; a webhook is never sent. */
    DROP,
    /** Answers well at first sight with what makes no sense; only language models do. */
    GARBAGE,
    /** Sends a webhook twice. */
    DUPLICATE,
    /** Sends webhooks in the wrong order. */
    REORDER
  }

  /** Bringing a message to the phone; its status is the provider's error code. */
  public static final String DELIVERY = "delivery";

  /** What providers send to the house; everything else the house asks of them. */
  public static final Set<String> WEBHOOKS =
      Stream.of(
              Set.of("inbound-message", "status-callback", "voice-webhook", "voice-callback"),
              Telnyx.WEBHOOKS,
              Meta.WEBHOOKS,
              Vapi.WEBHOOKS)
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

  /**
   * Without an operation, trouble is trouble with the provider's API, and disorder is disorder of
   * its webhooks.
   */
  boolean fits(String asked) {
    if (asked.equals(DELIVERY)) {
      return DELIVERY.equals(operation);
    }
    boolean disorder = kind == Kind.DUPLICATE || kind == Kind.REORDER;
    return operation == null ? WEBHOOKS.contains(asked) == disorder : operation.equals(asked);
  }

  public boolean takesEffect() {
    return status >= 200 && status < 300;
  }
}
