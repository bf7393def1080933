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
 * @param summary in a sentence or two, for the person who sees to it; empty for the guest's own
 *     words
 */
public record PersonRequest(
    Reason reason,
    LocalDate date,
    LocalTime time,
    int partySize,
    Guest guest,
    String notes,
    UUID conversation,
    Instant askedAt,
    String summary) {

  public PersonRequest(
      Reason reason,
      LocalDate date,
      LocalTime time,
      int partySize,
      Guest guest,
      String notes,
      UUID conversation,
      Instant askedAt) {
    this(reason, date, time, partySize, guest, notes, conversation, askedAt, "");
  }

  /** Why it needs a person. */
  public enum Reason {
    /** More people than the house books by itself. */
    GROUP,
    COMPLAINT,
    /** Somebody is in danger; it is told at any hour. */
    EMERGENCY,
    /** The guest wishes for one. */
    WISH,
    OTHER,
    /** A message to be seen to later. */
    MESSAGE;

    public static Reason of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
