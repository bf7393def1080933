package io.conserje.venue;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of one day's service in which guests may arrive. All times are the venue's own.
 *
 * @param day the day the service belongs to, also after midnight
 * @param number 1 for the first of the service
 * @param of how many the service has
 * @param until when the table is needed again; null for nobody after
 * @param closes when the last guest leaves the service; null for as late as they like
 */
public record Sitting(
    String service,
    LocalDate day,
    int number,
    int of,
    LocalDateTime first,
    LocalDateTime last,
    LocalDateTime until,
    LocalDateTime closes) {

  private static final Duration STEP = Duration.ofMinutes(15);

  Sitting numbered(int number, int of) {
    return new Sitting(service, day, number, of, first, last, until, closes);
  }

  public boolean takes(LocalDateTime arrival) {
    return !arrival.isBefore(first) && !arrival.isAfter(last);
  }

  /** Whether a guest may arrive at that minute: at {@code first} and every quarter after it. */
  public boolean lists(LocalDateTime arrival) {
    return takes(arrival) && Duration.between(first, arrival).toSeconds() % STEP.toSeconds() == 0;
  }

  /**
   * Every quarter of an hour a guest may arrive at. A local time that a change to summer time skips
   * is left out; one that occurs twice is there once, the first time.
   */
  public List<ZonedDateTime> slots(ZoneId zone) {
    List<ZonedDateTime> slots = new ArrayList<>();
    for (LocalDateTime at = first; !at.isAfter(last); at = at.plus(STEP)) {
      if (!zone.getRules().getValidOffsets(at).isEmpty()) {
        slots.add(at.atZone(zone));
      }
    }
    return slots;
  }
}
