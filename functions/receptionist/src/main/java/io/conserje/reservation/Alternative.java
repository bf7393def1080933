package io.conserje.reservation;

import java.time.LocalDateTime;

/**
 * Something that is free instead.
 *
 * @param at in the venue's own time
 * @param zone where, if it is another part of the house than wished for; otherwise empty
 */
public record Alternative(LocalDateTime at, String zone) {}
