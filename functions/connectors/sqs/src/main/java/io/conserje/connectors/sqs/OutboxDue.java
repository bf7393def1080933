package io.conserje.connectors.sqs;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/** "Something waits in this conversation's outbox." */
@Serdeable
public record OutboxDue(UUID conversation) {}
