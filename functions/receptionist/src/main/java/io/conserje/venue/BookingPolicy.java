package io.conserje.venue;

import java.time.Duration;
import java.util.List;

/**
 * What happens to a booking in time.
 *
 * @param hold how long a table is kept for somebody who is still deciding
 * @param confirmWithin how long a guest who was asked has to say yes
 * @param freeCancellation until this long before the time it may be called off without a word
 * @param noShowGrace how late a party may be before its table is given away
 * @param offer how long somebody on the waitlist has to take a table
 * @param landlinePrefixes numbers that begin so get no message: their guests confirm aloud
 * @param writing when the house writes of its own accord
 */
public record BookingPolicy(
    Duration hold,
    Duration confirmWithin,
    Duration freeCancellation,
    Duration noShowGrace,
    Duration offer,
    List<String> landlinePrefixes,
    WritingHours writing) {

  /** Spanish landlines begin with 8 or 9, mobiles with 6 or 7 (Plan Nacional de Numeración). */
  public static final BookingPolicy USUAL =
      new BookingPolicy(
          Duration.ofMinutes(10),
          Duration.ofHours(2),
          Duration.ofHours(24),
          Duration.ofMinutes(15),
          Duration.ofMinutes(15),
          List.of("+348", "+349"),
          WritingHours.USUAL);

  public BookingPolicy {
    landlinePrefixes = List.copyOf(landlinePrefixes);
  }

  /** Any other number counts as a mobile: a message does no harm. */
  public boolean landline(String phone) {
    return landlinePrefixes.stream().anyMatch(phone::startsWith);
  }
}
