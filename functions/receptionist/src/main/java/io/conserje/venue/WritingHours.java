package io.conserje.venue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When a guest may be written to who has not just asked for it, in the venue's own time.
 *
 * @param until not included; before {@code from} for past midnight, the same as {@code from} for at
 *     any hour
 */
public record WritingHours(LocalTime from, LocalTime until) {

  public static final WritingHours USUAL =
      new WritingHours(LocalTime.of(9, 0), LocalTime.of(23, 0));

  public boolean include(LocalTime clock) {
    boolean begun = !clock.isBefore(from);
    boolean over = !clock.isBefore(until);
    return from.isBefore(until) ? begun && !over : begun || !over;
  }

  public boolean include(Instant moment, ZoneId zone) {
    return include(moment.atZone(zone).toLocalTime());
  }

  /** The moment itself, or when the hours next begin. */
  public Instant next(Instant moment, ZoneId zone) {
    ZonedDateTime local = moment.atZone(zone);
    if (include(local.toLocalTime())) {
      return moment;
    }
    LocalDate today = local.toLocalDate();
    LocalDate day = local.toLocalTime().isBefore(from) ? today : today.plusDays(1);
    return day.atTime(from).atZone(zone).toInstant();
  }
}
