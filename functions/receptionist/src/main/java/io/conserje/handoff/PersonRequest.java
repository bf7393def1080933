package io.conserje.handoff;

import io.conserje.guest.Guest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.UUID;

/**
 * Something a person of the house has to see to, with everything the guest has said so far.
 *
 * @param date and {@code time}: in the venue's own time, or null when not said
 * @param partySize 0 when not said
 * @param conversation where it was asked, or null
 */
public record PersonRequest(
    Reason reason,
    LocalDate date,
    LocalTime time,
    int partySize,
    Guest guest,
    String notes,
    UUID conversation,
    Instant askedAt) {

  /** Why it needs a person. */
  public enum Reason {
    /** More people than the house books by itself. */
    GROUP,
    COMPLAINT,
    /** The guest wishes for one. */
    WISH,
    OTHER;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
