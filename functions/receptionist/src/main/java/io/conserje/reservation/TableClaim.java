package io.conserje.reservation;

/** A table that is kept for a while. */
public record TableClaim(String table, Period period) {}
