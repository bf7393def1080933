package io.conserje.voice.media;

import java.util.List;

/**
 * What a carrier sends in one call.
 *
 * @param start the first message that matters
 * @param others what may come after it
 * @param question something the guest says; empty where they are heard here
 */
public record Samples(String start, List<String> others, String question) {

  public Samples(String start, List<String> others) {
    this(start, others, "");
  }

  public static final String FRAME = LineOnTheDesk.silence(160, (byte) 0xFF);
}
