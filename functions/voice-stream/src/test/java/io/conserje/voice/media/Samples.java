package io.conserje.voice.media;

import java.util.List;

/**
 * What a carrier sends in one call.
 *
 * @param start the first message that matters
 * @param others what may come after it
 */
public record Samples(String start, List<String> others) {

  public static final String FRAME = LineOnTheDesk.silence(160, (byte) 0xFF);
}
