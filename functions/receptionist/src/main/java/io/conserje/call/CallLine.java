package io.conserje.call;

import java.time.Instant;

/**
 * Something said in a call.
 *
 * @param byGuest otherwise by the house
 */
public record CallLine(boolean byGuest, String text, Instant at) {}
