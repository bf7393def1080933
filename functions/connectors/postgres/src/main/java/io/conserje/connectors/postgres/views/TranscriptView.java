package io.conserje.connectors.postgres.views;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** A conversation with all that was said and done in it, oldest first. */
@Serdeable
public record TranscriptView(
    String id,
    String venue,
    String channel,
    String address,
    String houseAddress,
    String guestName,
    String owner,
    String language,
    String startedAt,
    String lastAt,
    List<MessageView> messages,
    List<ToolCallView> toolCalls) {

  static TranscriptView of(
      ConversationView head, List<MessageView> messages, List<ToolCallView> toolCalls) {
    return new TranscriptView(
        head.id(),
        head.venue(),
        head.channel(),
        head.address(),
        head.houseAddress(),
        head.guestName(),
        head.owner(),
        head.language(),
        head.startedAt(),
        head.lastAt(),
        messages,
        toolCalls);
  }

  /**
   * @param from {@code guest}, {@code assistant}, {@code person}, or {@code house} for a line of
   *     the engine's own
   * @param state of a guest's message: {@code waiting}, {@code in_turn}, {@code done}, {@code
   *     silenced}; else null
   * @param hearing of a voice note: {@code words} when {@code text} is what was said; {@code
   *     nothing}, {@code too_long}, {@code too_large}, {@code no_sound} or {@code not_now} when it
   *     was heard in vain; else null
   * @param repliesTo which of ours a guest's message is an answer to: the id that was sent; or null
   * @param delivery of what we sent; null for what the guest wrote
   */
  @Serdeable
  public record MessageView(
      String id,
      String from,
      String kind,
      String text,
      Object media,
      String at,
      String state,
      String hearing,
      String repliesTo,
      DeliveryView delivery) {}

  /**
   * @param state {@code waiting}, {@code sending}, {@code sent}, {@code delivered}, {@code read},
   *     {@code undelivered}, {@code failed}, {@code withdrawn}
   * @param instead the same text over another channel, where this one did not reach the guest; null
   *     for none
   */
  @Serdeable
  public record DeliveryView(
      String channel,
      String state,
      int attempts,
      String provider,
      String providerMessageId,
      String errorCode,
      String error,
      String changedAt,
      DeliveryView instead) {}

  /**
   * @param step and {@code position}: where in the turn it was called
   * @param result what it gave, or null while it has not run
   */
  @Serdeable
  public record ToolCallView(
      String turn,
      int step,
      int position,
      String model,
      String name,
      Object arguments,
      Object result,
      String at) {}
}
