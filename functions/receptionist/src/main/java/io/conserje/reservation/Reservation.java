package io.conserje.reservation;

import io.conserje.guest.Guest;
import io.conserje.venue.Channel;
import io.conserje.venue.VenueId;
import java.util.List;
import java.util.UUID;

/**
 * A table kept for a party.
 *
 * @param reference what a person can say aloud on the phone, unique per venue
 * @param conversation where it was made, or null
 */
public record Reservation(
    UUID id,
    VenueId venue,
    String reference,
    ReservationStatus status,
    Period period,
    int partySize,
    List<String> tables,
    Guest guest,
    String notes,
    Channel channel,
    UUID conversation) {}
