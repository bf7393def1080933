package io.conserje.call;

import java.time.Instant;

/**
 * One piece of news about a call.
 *
 * @param name what it is called in the ledger: the same for every delivery of the same news
 * @param state what it says of the state; null for nothing
 * @param signal {@code user-interrupted}, {@code hang} …: what happened, by the provider's word
 * @param endedReason the provider's word; empty for none
 * @param forwardedTo the number; empty for none
 * @param language what the guest was found to speak, BCP 47; empty for nothing
 * @param line something said; null for none
 * @param report what is known at the end; null before
 * @param at when it happened
 */
public record CallEvent(
    CallPlace place,
    String name,
    CallState state,
    String signal,
    String endedReason,
    String forwardedTo,
    String language,
    CallLine line,
    CallReport report,
    Instant at,
    Instant receivedAt,
    String correlation) {

  public static final String INTERRUPTED = "user-interrupted";
  public static final String HANG = "hang";

  /** News that say no more than that they came. */
  public static CallEvent of(
      CallPlace place, String name, String signal, Instant at, Instant received, String id) {
    return new CallEvent(place, name, null, signal, "", "", "", null, null, at, received, id);
  }

  public CallEvent with(CallState state, String endedReason) {
    return new CallEvent(
        place,
        name,
        state,
        signal,
        endedReason,
        forwardedTo,
        language,
        line,
        report,
        at,
        receivedAt,
        correlation);
  }

  public CallEvent saying(CallLine said) {
    return new CallEvent(
        place,
        name,
        state,
        signal,
        endedReason,
        forwardedTo,
        language,
        said,
        report,
        at,
        receivedAt,
        correlation);
  }

  public CallEvent inLanguage(String tag) {
    return new CallEvent(
        place,
        name,
        state,
        signal,
        endedReason,
        forwardedTo,
        tag,
        line,
        report,
        at,
        receivedAt,
        correlation);
  }

  public CallEvent forwarding(String number) {
    return new CallEvent(
        place,
        name,
        state,
        signal,
        endedReason,
        number,
        language,
        line,
        report,
        at,
        receivedAt,
        correlation);
  }

  public CallEvent reporting(CallReport told) {
    return new CallEvent(
        place,
        name,
        CallState.ENDED,
        signal,
        told.endedReason(),
        forwardedTo,
        language,
        line,
        told,
        at,
        receivedAt,
        correlation);
  }

  /** What happened, without anything that tells who called or what was said. */
  public CallEvent withoutWords() {
    return new CallEvent(
        place,
        name,
        state,
        signal,
        endedReason,
        "",
        "",
        null,
        report == null ? null : report.withoutWords(),
        at,
        receivedAt,
        correlation);
  }
}
