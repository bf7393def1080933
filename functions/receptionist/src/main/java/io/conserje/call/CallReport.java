package io.conserje.call;

import java.time.Instant;
import java.util.List;

/**
 * What a provider says of a call that is over. Everything may be missing: texts are empty then, the
 * rest null.
 *
 * @param recording where it can be heard
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

  /** Times and costs only. */
  CallReport withoutWords() {
    return new CallReport(
        endedReason, startedAt, endedAt, "", "", "", costMicros, currency, "", "", List.of());
  }
}
