package io.conserje.webchat;

import java.time.Instant;
import java.util.List;

/**
 * What the house said in a chat.
 *
 * @param id to be given as {@code after}
 * @param byPerson whether somebody of the house wrote it
 * @param choices what the guest may answer with one touch; empty for none
 */
public record ChatLine(
    String id, boolean byPerson, String text, Instant at, List<String> choices) {}
