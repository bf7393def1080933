package io.conserje.conversation;

import io.conserje.guest.Guest;
import io.conserje.venue.Channel;
import io.conserje.venue.Venue;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Something a language model may do in the house. Its effect is part of the caller's transaction.
 */
public interface Tool {

  ToolSpec spec();

  ToolResult run(ToolCall call, Context context);

  /** Whether there is anything to do with it in this house. */
  default boolean servesIn(Venue venue) {
    return true;
  }

  /** Whether a call leaves everything in the house as it is. */
  default boolean onlyLooks(ToolCall call) {
    return false;
  }

  /**
   * @param key the same for every run of the same call, so that it takes effect once
   */
  record Context(
      Venue venue,
      Channel channel,
      Guest guest,
      UUID conversation,
      ZonedDateTime now,
      Locale language,
      String key) {}

  static ToolResult result(ToolCall call, Map<String, Object> content) {
    return new ToolResult(call.id(), call.name(), content, null);
  }
}
