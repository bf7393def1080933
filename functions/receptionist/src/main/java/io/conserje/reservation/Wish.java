package io.conserje.reservation;

import io.conserje.venue.Sitting;
import io.conserje.venue.Venue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * A table as a guest wishes for it.
 *
 * @param at in the venue's own time, to the minute
 * @param zone where in the house, or empty for anywhere
 * @param now when it is asked
 * @param sitting what it falls into; null when nobody is seated then
 * @param byHand a person of the house answers for it: large parties, short notice and tables kept
 *     for others are then no reason to refuse
 */
public record Wish(
    Venue venue,
    LocalDateTime at,
    Party party,
    String zone,
    Instant now,
    Sitting sitting,
    boolean byHand) {

  public Wish(
      Venue venue, LocalDateTime at, Party party, String zone, Instant now, Sitting sitting) {
    this(venue, at, party, zone, now, sitting, false);
  }

  public Wish answeredFor() {
    return new Wish(venue, at, party, zone, now, sitting, true);
  }

  public static Wish of(Venue venue, LocalDateTime at, Party party, String zone, Instant now) {
    LocalDateTime minute = at.truncatedTo(ChronoUnit.MINUTES);
    Sitting sitting = written(minute) ? venue.hours().sittingAt(minute).orElse(null) : null;
    return new Wish(venue, minute, party, zone, now, sitting);
  }

  /** Beyond these years no calendar is kept, and dates cannot be reckoned with. */
  private static boolean written(LocalDateTime at) {
    return at.getYear() >= 1 && at.getYear() <= 9999;
  }

  /** The same wish at a slot of a sitting that is known. */
  Wish at(ZonedDateTime slot, Sitting in) {
    return new Wish(venue, slot.toLocalDateTime(), party, zone, now, in, byHand);
  }

  Wish in(String otherZone) {
    return new Wish(venue, at, party, otherZone, now, sitting, byHand);
  }

  /** The day it belongs to: of what begins after midnight, the day before. */
  LocalDate day() {
    return sitting == null ? at.toLocalDate() : sitting.day();
  }

  public ZonedDateTime begins() {
    return at.atZone(venue.zone());
  }

  /** From arrival until the party leaves: no later than its sitting ends or the house closes. */
  public Period period() {
    Instant from = begins().toInstant();
    String service = sitting == null ? "" : sitting.service();
    Instant to = from.plus(venue.rules().stayOf(party.size(), service));
    if (sitting != null) {
      to = earlier(from, to, sitting.until());
      to = earlier(from, to, sitting.closes());
    }
    return new Period(from, to);
  }

  private Instant earlier(Instant from, Instant to, LocalDateTime limit) {
    Instant end = limit == null ? to : limit.atZone(venue.zone()).toInstant();
    return end.isAfter(from) && end.isBefore(to) ? end : to;
  }

  /** How long the table is kept: the party's time and what it takes to lay the table again. */
  public Period claim() {
    return claim(period(), venue.rules().buffer());
  }

  static Period claim(Period period, Duration buffer) {
    return new Period(period.from(), period.to().plus(buffer));
  }
}
