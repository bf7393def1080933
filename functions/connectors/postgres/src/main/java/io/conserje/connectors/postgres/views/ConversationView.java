package io.conserje.connectors.postgres.views;

import io.micronaut.serde.annotation.Serdeable;

/**
 * A conversation in a list.
 *
 * @param address the guest's
 * @param houseAddress which of ours was written to
 * @param owner {@code assistant} or {@code person}: who answers
 */
@Serdeable
public record ConversationView(
    String id,
    String venue,
    String channel,
    String address,
    String houseAddress,
    String guestName,
    String owner,
    String language,
    String startedAt,
    String lastAt) {}
