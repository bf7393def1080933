package io.conserje.connectors.sqs;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;

/**
 * "Something waits in this conversation's outbox."
 *
 * @param waitedOut the end of the back-off or hold that this reminder has waited out; null for none
 */
@Serdeable
public record OutboxDue(UUID conversation, Instant waitedOut) {}
