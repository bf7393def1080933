package io.conserje.venue;

import java.time.LocalTime;

/**
 * On these days there is this service. Of several rules for the same service on one day the last
 * counts.
 *
 * @param service {@code lunch}, {@code dinner} …
 * @param lastBooking earlier than {@code firstBooking}: after midnight, still the same day's
 *     service
 * @param closes when the last guest leaves, may lie after midnight; {@code lastBooking} where it is
 *     not said
 */
public record ServiceRule(
    String service, Days days, LocalTime firstBooking, LocalTime lastBooking, LocalTime closes) {}
