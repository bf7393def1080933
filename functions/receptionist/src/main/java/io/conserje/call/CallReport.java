package io.conserje.call;

import java.time.Instant;
import java.util.List;

/**
 * What a provider says of a call that is over. Everything may be missing: texts are empty then, the
 * rest null.
 *
 * @param recording where it can be heard, or a {@link KeptRecording} as it is written
 * @param costMicros millionths of a {@code currency}: minutes cost fractions of a cent
 * @param outcome what the provider made of it, as JSON; empty for nothing
 * @param success the provider's own judgement, in its own words
 */
public record CallReport(
    String endedReason,
    Instant startedAt,
    Instant endedAt,
    String transcript,
    String summary,
    String recording,
    Long costMicros,
    String currency,
    String outcome,
    String success,
    List<CallLine> lines) {

  public CallReport {
    lines = lines == null ? List.of() : List.copyOf(lines);
  }

  /** Nothing but its recording. */
  public static CallReport ofRecording(String recording) {
    return new CallReport("", null, null, "", "", recording, null, null, "", "", List.of());
  }

  /** Nothing but what it cost, in millionths of the currency. */
  public static CallReport ofCost(long micros, String currency) {
    return new CallReport("", null, null, "", "", "", micros, currency, "", "", List.of());
  }

  /** Nothing but what the provider made of it, as JSON. */
  public static CallReport ofOutcome(String json) {
    return new CallReport("", null, null, "", "", "", null, null, json, "", List.of());
  }

  /** Nothing but that it is over. */
  public static CallReport ofEnd(String reason, Instant at) {
    return new CallReport(reason, null, at, "", "", "", null, null, "", "", List.of());
  }

  /**
   * The same of a call that lasted until its end.
   *
   * @param seconds as the provider writes them; what is no number says nothing
   */
  public CallReport lasting(String seconds) {
    return endedAt == null || !seconds.matches("\\d{1,6}")
        ? this
        : new CallReport(
            endedReason,
            endedAt.minusSeconds(Long.parseLong(seconds)),
            endedAt,
            transcript,
            summary,
            recording,
            costMicros,
            currency,
            outcome,
            success,
            lines);
  }

  /** Times and costs only. */
  CallReport withoutWords() {
    return new CallReport(
        endedReason, startedAt, endedAt, "", "", "", costMicros, currency, "", "", List.of());
  }
}
