package io.conserje.connectors.postgres.views;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * A telephone call, as the API shows it.
 *
 * @param cost null until it is known
 * @param outcome what the provider made of it; null for nothing
 * @param lines what was said; null in a list
 * @param purpose why the house called; null where it was called
 * @param answeredBy {@code person} or {@code machine} for a call of the house; null until known
 * @param attempt which it is of a call of the house
 * @param nextAttempt the call that follows because nobody answered; null for none
 * @param transfers whom the house has rung for the caller, in that order
 */
@Serdeable
public record CallView(
    String id,
    String venue,
    String provider,
    String providerId,
    String carrierId,
    String direction,
    String from,
    String to,
    String state,
    String startedAt,
    String answeredAt,
    String endedAt,
    String endedReason,
    String forwardedTo,
    int interruptions,
    int hangs,
    boolean reported,
    String summary,
    String success,
    Object outcome,
    Cost cost,
    String recording,
    String transcript,
    List<Line> lines,
    String conversation,
    String purpose,
    String answeredBy,
    Integer attempt,
    String nextAttempt,
    List<Transfer> transfers) {

  /**
   * A person of the house who was rung for the caller.
   *
   * @param state {@code ringing}, {@code taken} or {@code not_taken}
   * @param reason the provider's word for how it ended; empty before
   */
  @Serdeable
  public record Transfer(String to, String state, String reason, String at) {}

  /**
   * @param micros millionths of the currency
   */
  @Serdeable
  public record Cost(long micros, String currency) {}

  /**
   * @param sender {@code guest} or {@code assistant}
   */
  @Serdeable
  public record Line(String sender, String text, String at) {}
}
