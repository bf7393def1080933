package io.conserje.connectors.postgres.views;

import io.micronaut.serde.annotation.Serdeable;

/**
 * What the ledger knows of a provider's event.
 *
 * @param event {@code message}, or the status that was reported
 * @param venue and {@code conversation}: null where it belonged to none
 */
@Serdeable
public record EventView(
    String provider,
    String id,
    String event,
    String venue,
    String conversation,
    String outcome,
    String correlation,
    String receivedAt,
    String recordedAt) {}
