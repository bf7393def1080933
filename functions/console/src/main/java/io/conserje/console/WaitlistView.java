package io.conserje.console;

import io.conserje.waitlist.InLine;
import io.conserje.waitlist.WaitlistEntry;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

/**
 * Somebody on the waitlist. Day and times are the venue's own.
 *
 * @param position 1 for the next in line; null for who is in line no more
 * @param reference of the reservation that was offered; null if none was
 * @param offeredUntil while an offer is open, else null
 */
@Serdeable
record WaitlistView(
    String id,
    String venue,
    String status,
    Integer position,
    String date,
    String time,
    String until,
    int partySize,
    String zone,
    Named guest,
    String notes,
    String channel,
    String conversation,
    String reference,
    String offeredUntil,
    String joinedAt) {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  @Serdeable
  record Named(String name, String phone) {}

  static WaitlistView of(WaitlistEntry entry, Integer position, String reference) {
    return new WaitlistView(
        entry.id().toString(),
        entry.venue().value(),
        entry.standing().code(),
        position,
        entry.wanted().day().toString(),
        clock(entry.wanted().from().toLocalTime()),
        clock(entry.wanted().until().toLocalTime()),
        entry.wanted().party().size(),
        entry.wanted().zone(),
        new Named(entry.guest().name(), entry.guest().phone()),
        entry.details().notes(),
        entry.channel().code(),
        entry.conversation() == null ? null : entry.conversation().toString(),
        reference,
        entry.standing() instanceof InLine.Offered offered ? offered.until().toString() : null,
        entry.joinedAt().toString());
  }

  private static String clock(LocalTime time) {
    return CLOCK.format(time);
  }
}
