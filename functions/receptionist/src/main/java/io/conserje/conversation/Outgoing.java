package io.conserje.conversation;

import io.conserje.conversation.guard.PlainText;
import io.conserje.conversation.spoken.ForTheEar;
import io.conserje.venue.Channel;
import java.util.Locale;

/**
 * What leaves the house, as the channel carries it: plain text, and for the ear where it is said.
 */
final class Outgoing {

  private Outgoing() {}

  static String text(String text, Channel channel, String language) {
    String plain = PlainText.of(text, channel);
    return channel == Channel.VOICE ? ForTheEar.of(plain, Locale.forLanguageTag(language)) : plain;
  }

  /** A result whose obligatory words are what the guest will really get. */
  static ToolResult result(ToolResult result, Turn turn, Step step) {
    return result.mustHear() == null
        ? result
        : new ToolResult(
            result.callId(),
            result.name(),
            result.content(),
            text(result.mustHear(), turn.channel(), step.answer().language()));
  }
}
