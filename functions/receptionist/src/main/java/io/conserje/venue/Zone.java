package io.conserje.venue;

/** A part of the house a guest may wish for: {@code terrace}, {@code inside} … */
public record Zone(String name, boolean pets) {}
