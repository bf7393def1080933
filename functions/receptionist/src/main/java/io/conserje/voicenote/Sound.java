package io.conserje.voicenote;

import java.time.Duration;

/**
 * Sound that can be written down.
 *
 * @param fileName with the ending by which its format is known
 * @param length null where the format does not tell
 * @param silent whether nobody speaks in it; false where the format does not tell
 */
public record Sound(
    byte[] bytes, String fileName, String contentType, Duration length, boolean silent) {}
