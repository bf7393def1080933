package io.conserje.connectors.sqs;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;

/**
 * "Something waits in this conversation's outbox", or "this call waits to be made".
 *
 * @param conversation null for a call
 * @param waitedOut the end of the back-off or hold that this reminder has waited out; null for none
 * @param correlation of what is to be sent, for the logs; null where nobody knows
 * @param call null for a conversation
 */
@Serdeable
public record OutboxDue(
    @Nullable UUID conversation,
    @Nullable Instant waitedOut,
    @Nullable String correlation,
    @Nullable UUID call) {

  public OutboxDue(UUID conversation, Instant waitedOut, String correlation) {
    this(conversation, waitedOut, correlation, null);
  }

  public OutboxDue(UUID conversation, Instant waitedOut) {
    this(conversation, waitedOut, null, null);
  }
}
