package io.conserje.webchat;

import java.time.Instant;

/**
 * What the house said in a chat.
 *
 * @param id to be given as {@code after}
 * @param byPerson whether somebody of the house wrote it
 */
public record ChatLine(String id, boolean byPerson, String text, Instant at) {}
