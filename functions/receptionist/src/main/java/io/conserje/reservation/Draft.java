package io.conserje.reservation;

import io.conserje.guest.Guest;
import io.conserje.venue.Channel;
import io.conserje.venue.VenueId;
import java.time.Instant;
import java.util.UUID;

/** A reservation as wished for: it has no table and no reference yet. */
public record Draft(
    VenueId venue,
    Period period,
    int partySize,
    Guest guest,
    String notes,
    Channel channel,
    UUID conversation,
    Instant madeAt) {}
