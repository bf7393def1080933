package io.conserje.venue;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * The people of the house: when they answer, how they are told that a guest waits for one of them,
 * and when they want every new conversation for themselves.
 *
 * @param hours when somebody is there; none: never
 * @param answers when a new conversation goes to them at once
 * @param contacts who is told, in this order
 * @param list what they are told of what the guest has said, in this order
 * @param again after what time without an answer they are told again, and the next one as well
 * @param silence after what time without a word of theirs the assistant answers again
 */
public record Staffing(
    List<Shift> hours,
    List<Shift> answers,
    List<Contact> contacts,
    List<Fact> list,
    Duration again,
    Duration silence) {

  private static final int DAYS_AHEAD = 60;

  public static final Staffing NONE =
      new Staffing(
          List.of(),
          List.of(),
          List.of(),
          List.of(Fact.values()),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30));

  public Staffing {
    hours = List.copyOf(hours);
    answers = List.copyOf(answers);
    contacts = List.copyOf(contacts);
    list = List.copyOf(list);
  }

  /**
   * @param to not after {@code from}: on the day after
   */
  public record Shift(Days days, LocalTime from, LocalTime to) {

    private boolean covers(LocalDateTime at, LocalDate day, Holidays holidays) {
      return days.include(day, holidays)
          && !at.isBefore(day.atTime(from))
          && at.isBefore((to.isAfter(from) ? day : day.plusDays(1)).atTime(to));
    }
  }

  /**
   * @param channel WhatsApp, SMS, e-mail or webhook
   * @param address their own number, E.164; an e-mail address; the address of a program
   * @param phone where a caller is put through to them: E.164, perhaps with an extension behind
   *     {@code ;ext=}; empty for the address, where that is a number
   */
  public record Contact(String name, Channel channel, String address, String phone) {

    public Contact(String name, Channel channel, String address) {
      this(name, channel, address, "");
    }

    /** A number, if they have one that can be rung. */
    public String rings() {
      return phone.isEmpty() ? address : phone;
    }

    /** Whether an answer of theirs over this channel comes back to us. */
    public boolean canAnswer() {
      return channel == Channel.WHATSAPP || channel == Channel.SMS;
    }
  }

  /** Something a guest may have said that a person wants to know. */
  public enum Fact {
    NAME,
    PHONE,
    DATE,
    TIME,
    PARTY_SIZE,
    NOTES
  }

  /** Whether somebody is there. */
  public boolean onDuty(ZonedDateTime now, Holidays holidays) {
    return within(hours, now, holidays);
  }

  /** Whether a new conversation goes to a person at once. */
  public boolean answerNow(ZonedDateTime now, Holidays holidays) {
    return within(answers, now, holidays);
  }

  private static boolean within(List<Shift> shifts, ZonedDateTime now, Holidays holidays) {
    LocalDateTime at = now.toLocalDateTime();
    LocalDate day = at.toLocalDate();
    return shifts.stream()
        .anyMatch(s -> s.covers(at, day, holidays) || s.covers(at, day.minusDays(1), holidays));
  }

  /** When somebody is there next; now, if somebody is. Empty for nobody within two months. */
  public Optional<ZonedDateTime> next(ZonedDateTime now, Holidays holidays) {
    if (onDuty(now, holidays)) {
      return Optional.of(now);
    }
    return now.toLocalDate()
        .datesUntil(now.toLocalDate().plusDays(DAYS_AHEAD))
        .flatMap(day ->
            hours.stream()
                .filter(shift -> shift.days().include(day, holidays))
                .map(shift -> day.atTime(shift.from()).atZone(now.getZone()))
                .sorted())
        .filter(begin -> begin.isAfter(now))
        .findFirst();
  }
}
