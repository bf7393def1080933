package io.conserje.connectors.sqs;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;

/**
 * "Something waits in this conversation's outbox."
 *
 * @param waitedOut the end of the back-off or hold that this reminder has waited out; null for none
 * @param correlation of what is to be sent, for the logs; null where nobody knows
 */
@Serdeable
public record OutboxDue(
    UUID conversation, @Nullable Instant waitedOut, @Nullable String correlation) {

  public OutboxDue(UUID conversation, Instant waitedOut) {
    this(conversation, waitedOut, null);
  }
}
