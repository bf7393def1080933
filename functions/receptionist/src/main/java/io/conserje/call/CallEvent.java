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
 * @param memo what we ourselves gave the provider to bring back with its news; empty for nothing
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
    String correlation,
    String memo) {

  public CallEvent {
    memo = memo == null ? "" : memo;
  }

  public static final String INTERRUPTED = "user-interrupted";
  public static final String HANG = "hang";

  /** News that say no more than that they came. */
  public static CallEvent of(
      CallPlace place, String name, String signal, Instant at, Instant received, String id) {
    return new CallEvent(place, name, null, signal, "", "", "", null, null, at, received, id, "");
  }

  /**
   * The provider's id of the guest's call that this is about, also where it is news of a leg to a
   * person: one command may wait for what another has brought about, so news of all legs of a call
   * follow each other.
   */
  public String guestsCall() {
    return CallPlan.of(memo)
        .filter(plan -> plan.step().isOfPerson())
        .map(CallPlan::leg)
        .orElse(place.callId());
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
        correlation,
        memo);
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
        correlation,
        memo);
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
        correlation,
        memo);
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
        correlation,
        memo);
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
        correlation,
        memo);
  }

  /** A report on a part of the call, which may well go on. */
  public CallEvent adding(CallReport part) {
    return new CallEvent(
        place,
        name,
        state,
        signal,
        endedReason,
        forwardedTo,
        language,
        line,
        part,
        at,
        receivedAt,
        correlation,
        memo);
  }

  public CallEvent bringingBack(String words) {
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
        correlation,
        words);
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
        correlation,
        memo);
  }
}
