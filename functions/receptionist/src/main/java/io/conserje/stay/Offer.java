package io.conserje.stay;

import io.conserje.venue.RoomType;

/** A room that is free, and what it costs. */
public record Offer(RoomType type, Nights nights, Quote quote) {}
