package io.conserje.inbound;

import java.time.Instant;

/**
 * What a provider says of a message we sent.
 *
 * @param providerMessageId the provider's id of it
 * @param outboxId our own id, as given back in the callback's address; null when it was not
 * @param status the provider's word: {@code queued}, {@code sent}, {@code delivered}, {@code read},
 *     {@code failed} …
 * @param errorCode the provider's, or null
 */
public record DeliveryReport(
    String provider,
    String providerMessageId,
    String outboxId,
    String status,
    String errorCode,
    Instant receivedAt,
    String correlation) {}
