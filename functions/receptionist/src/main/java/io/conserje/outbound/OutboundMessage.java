package io.conserje.outbound;

import io.conserje.venue.Channel;
import io.conserje.venue.VenueId;
import java.time.Instant;
import java.util.UUID;

/**
 * A message on its way out.
 *
 * @param attempt 1 for the first try
 * @param firstTriedAt when the first try began; null before it
 */
public record OutboundMessage(
    UUID id,
    VenueId venue,
    UUID conversation,
    Channel channel,
    String houseAddress,
    String guestAddress,
    String text,
    int attempt,
    Instant firstTriedAt) {}
