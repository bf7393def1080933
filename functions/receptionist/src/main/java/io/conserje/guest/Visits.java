package io.conserje.guest;

import java.time.Instant;

/**
 * What became of a guest's bookings, tables and rooms together.
 *
 * @param visits how often the guest was here, ever
 * @param lateVisits and {@code lateNoShows}: those that count for the tier
 * @param last when the last visit began; null without one
 * @param ahead bookings still to come
 */
public record Visits(
    int visits, int noShows, int lateVisits, int lateNoShows, Instant last, int ahead) {}
