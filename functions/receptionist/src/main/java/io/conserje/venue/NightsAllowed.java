package io.conserje.venue;

/** How many nights a stay has at least and at most. */
public record NightsAllowed(int least, int most) {}
