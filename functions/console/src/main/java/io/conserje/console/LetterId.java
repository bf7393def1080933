package io.conserje.console;

import io.conserje.names.Queue;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which dead letter is meant.
 *
 * @param text as the API says it
 * @param queue where it died; null for a message that should have gone out
 * @param message SQS's id of it, or ours
 */
record LetterId(String text, Queue queue, UUID message) {

  private static final Pattern ID =
      Pattern.compile("([a-z-]+)-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

  /** Empty for what can be none. */
  static Optional<LetterId> of(String text) {
    Matcher parts = ID.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    UUID message = UUID.fromString(parts.group(2));
    String place = parts.group(1);
    return place.equals(DeadLetterView.OUTBOX)
        ? Optional.of(new LetterId(text, null, message))
        : queue(place).map(queue -> new LetterId(text, queue, message));
  }

  static Optional<Queue> queue(String shortName) {
    return Queue.all().stream().filter(queue -> queue.shortName().equals(shortName)).findFirst();
  }
}
