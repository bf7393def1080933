package io.conserje.reservation;

import io.conserje.guest.Guest;
import io.conserje.venue.Channel;
import java.util.UUID;

/**
 * What is to be written into the book: a wish that has a place, and who wishes it.
 *
 * @param conversation where it was made, or null
 */
public record Entry(
    Wish wish,
    Plan plan,
    Standing standing,
    Guest guest,
    Reservation.Details details,
    Channel channel,
    UUID conversation) {}
