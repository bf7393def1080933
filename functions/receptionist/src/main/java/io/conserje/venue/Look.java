package io.conserje.venue;

/**
 * How a house looks on its own pages.
 *
 * @param color {@code #rrggbb}; empty where the house has named none
 */
public record Look(String color) {

  public static final Look USUAL = new Look("");
}
