package io.conserje.reservation;

import java.time.Instant;

/**
 * Who moves a booking and why.
 *
 * @param key the call it comes from: the same key again does nothing new
 * @param who {@code guest}, {@code staff}, {@code house} (the clock) …, never a name
 */
public record Act(String key, String who, String why, Instant at) {}
