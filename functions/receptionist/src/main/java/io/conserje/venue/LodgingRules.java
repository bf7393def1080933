package io.conserje.venue;

import java.time.Duration;

/**
 * What the house decides about how rooms are let.
 *
 * @param notice a room is booked at least this long before check-in
 * @param horizon and at most this long
 * @param cleaning how long a room is kept after its guests have left
 * @param hold how long a room is kept for somebody who is still deciding
 * @param extension how much longer they get when they ask
 * @param extensions how often they may ask
 */
public record LodgingRules(
    NightsAllowed nights,
    Duration notice,
    Duration horizon,
    Duration cleaning,
    Duration hold,
    Duration extension,
    int extensions) {

  public static final LodgingRules USUAL =
      new LodgingRules(
          new NightsAllowed(1, 30),
          Duration.ofHours(2),
          Duration.ofDays(365),
          Duration.ofHours(3),
          Duration.ofMinutes(20),
          Duration.ofMinutes(10),
          2);
}
