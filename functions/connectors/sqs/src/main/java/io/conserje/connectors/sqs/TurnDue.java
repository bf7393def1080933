package io.conserje.connectors.sqs;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * "This conversation has something to answer."
 *
 * @param upTo the newest message when this was said
 * @param correlation of what made it due, for the logs; null where nobody knows
 * @param channel over which that came
 */
@Serdeable
public record TurnDue(
    UUID conversation, long upTo, @Nullable String correlation, @Nullable String channel) {

  public TurnDue(UUID conversation, long upTo) {
    this(conversation, upTo, null, null);
  }
}
