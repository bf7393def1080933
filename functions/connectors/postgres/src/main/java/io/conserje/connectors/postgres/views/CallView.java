package io.conserje.connectors.postgres.views;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * A telephone call, as the API shows it.
 *
 * @param cost null until it is known
 * @param outcome what the provider made of it; null for nothing
 * @param lines what was said; null in a list
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
    String conversation) {

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
