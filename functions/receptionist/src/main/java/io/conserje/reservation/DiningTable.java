package io.conserje.reservation;

/** A table of the house and how many it seats. */
public record DiningTable(String name, String zone, int seats) {}
