package io.conserje.venue;

/** The rooms of a house, what they cost and how they are let. */
public record Lodging() {

  public static final Lodging NONE = new Lodging();
}
