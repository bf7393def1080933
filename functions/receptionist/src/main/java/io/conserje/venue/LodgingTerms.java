package io.conserje.venue;

import java.time.Duration;
import java.time.LocalTime;

/** What a guest pays when, and what it costs to come early, to leave late or not to come. */
public record LodgingTerms(
    Deposit deposit, Cancellation cancellation, OtherHours lateCheckOut, OtherHours earlyCheckIn) {

  public static final LodgingTerms USUAL =
      new LodgingTerms(
          new Deposit(0, false, null),
          new Cancellation(Duration.ofHours(24), 50, 50, Duration.ofHours(6)),
          new OtherHours(LocalTime.of(14, 0), 50),
          new OtherHours(LocalTime.of(11, 0), 50));

  /**
   * @param perCent of the whole stay
   * @param firstNight the first night instead
   * @param within how long a guest has to pay it before the room goes back; null for a house that
   *     confirms without waiting
   */
  public record Deposit(int perCent, boolean firstNight, Duration within) {}

  /**
   * @param freeUntil this long before check-in it costs nothing
   * @param perCent of the first night from then on
   * @param noShowPerCent of the first night, for who does not come
   * @param noShowGrace how long after check-in nobody counts as missing
   */
  public record Cancellation(
      Duration freeUntil, int perCent, int noShowPerCent, Duration noShowGrace) {}

  /**
   * @param limit the latest hour to leave, or the earliest to come
   * @param perCent of that night's price
   */
  public record OtherHours(LocalTime limit, int perCent) {}
}
