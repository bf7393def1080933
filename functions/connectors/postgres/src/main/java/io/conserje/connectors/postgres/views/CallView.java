package io.conserje.connectors.postgres.views;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;

/**
 * A telephone call, as the API shows it.
 *
 * @param cost null until it is known; of a call whose sound we carry what its usage comes to
 * @param usage what providers bill of a call whose sound we carry; empty for others
 * @param outcome what the provider made of it; null for nothing
 * @param lines what was said; null in a list
 * @param answers how long the guest waited for each; null in a list
 * @param waits over those they have heard; null in a list, or where they heard none
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
    List<Usage> usage,
    String recording,
    String transcript,
    List<Line> lines,
    String conversation,
    List<Answer> answers,
    Waits waits) {

  /**
   * @param micros millionths of the currency
   * @param whole false where some of what was used has no known price
   */
  @Serdeable
  public record Cost(long micros, String currency, boolean whole) {}

  /**
   * @param unit for example {@code elevenlabs_characters}
   * @param micros what they cost, in millionths of the currency; null where no price is known
   */
  @Serdeable
  public record Usage(String unit, long amount, Long micros) {}

  /**
   * @param sender {@code guest} or {@code assistant}
   */
  @Serdeable
  public record Line(String sender, String text, String at) {}

  /**
   * How long the guest waited for one answer, from the end of their voice.
   *
   * @param heard false where they spoke on or hung up before
   * @param ms the whole; the steps add up to it
   * @param steps milliseconds by step, in their order
   */
  @Serdeable
  public record Answer(
      int number, String saidAt, boolean heard, int ms, Map<String, Integer> steps) {}

  /**
   * Over all answers of a call that were heard.
   *
   * @param p50Ms half of them took no longer
   */
  @Serdeable
  public record Waits(int answers, int p50Ms, int p95Ms) {}
}
