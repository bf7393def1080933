package io.conserje.voicenote;

import java.time.Duration;

/**
 * What is listened to.
 *
 * @param longest in time
 * @param largest in bytes
 * @param lease how long a run may hold the conversation from each note on
 */
public record NoteLimits(Duration longest, int largest, Duration lease) {

  public static final Duration LONGEST = Duration.ofMinutes(2);
  public static final int LARGEST = 5_000_000;
}
