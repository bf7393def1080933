package io.conserje.reservation;

import java.util.UUID;

/** A table that is out of use for a while. */
public record Block(UUID id, String table, Period period, String why) {}
