package io.conserje.connectors.sqs;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * "This conversation has something to answer."
 *
 * @param upTo the newest message when this was said
 */
@Serdeable
public record TurnDue(UUID conversation, long upTo) {}
