package io.conserje.venue.house;

/**
 * Something in a house file that cannot be obeyed.
 *
 * @param path where, as {@code /tables/3/seats}
 * @param reason what it has to be
 */
public record Problem(String path, String reason) {}
