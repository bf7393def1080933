package io.conserje.reservation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.venue.DiningRoom;
import io.conserje.venue.HouseRules;
import io.conserje.venue.Lodging;
import io.conserje.venue.OpeningHours;
import io.conserje.venue.Service;
import io.conserje.venue.Venue;
import io.conserje.venue.VenueId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BookingRulesTest {

  private static final Instant NOON = Instant.parse("2026-11-20T11:00:00Z");

  private final Venue house =
      new Venue(
          new VenueId("casa"),
          "Casa",
          "restaurant",
          ZoneId.of("Europe/Madrid"),
          Locale.of("es"),
          "+34600000999",
          "Plaza 1",
          OpeningHours.weekly(
              Arrays.stream(DayOfWeek.values())
                  .map(d -> new Service(d, "all day", LocalTime.of(1, 0), LocalTime.of(23, 0)))
                  .toList()),
          HouseRules.of(10, Duration.ofMinutes(90), Duration.ofMinutes(30), Duration.ofDays(365)),
          DiningRoom.NONE,
          Lodging.NONE);

  @Test
  void eachRuleSaysItsOwnReason() {
    assertEquals(Optional.empty(), refusal("2026-11-21T21:00", 4));
    assertEquals(Optional.of(Refusal.PARTY_TOO_SMALL), refusal("2026-11-21T21:00", 0));
    assertEquals(Optional.of(Refusal.PARTY_TOO_SMALL), refusal("2026-11-21T21:00", -3));
    assertEquals(Optional.of(Refusal.PARTY_TOO_LARGE), refusal("2026-11-21T21:00", 11));
    assertEquals(Optional.of(Refusal.PARTY_TOO_LARGE), refusal("2026-11-21T21:00", 500));
    assertEquals(Optional.of(Refusal.PAST), refusal("2026-11-20T11:59", 4));
    assertEquals(Optional.of(Refusal.TOO_SOON), refusal("2026-11-20T12:29", 4));
    assertEquals(Optional.of(Refusal.OFF_THE_QUARTER), refusal("2026-11-20T12:31", 4));
    assertEquals(Optional.empty(), refusal("2026-11-20T12:30", 4));
    assertEquals(Optional.of(Refusal.TOO_FAR_AHEAD), refusal("2027-11-21T21:00", 4));
    assertEquals(Optional.of(Refusal.CLOSED), refusal("2026-11-21T23:30", 4));
  }

  @Test
  void atATimeThatSummerTimeSkipsNobodyCanCome() {
    assertEquals(Optional.of(Refusal.CLOSED), refusal("2027-03-28T02:30", 4));
    assertEquals(Optional.empty(), refusal("2027-03-28T03:00", 4));
  }

  private Optional<Refusal> refusal(String at, int party) {
    return BookingRules.refusal(Wish.of(house, LocalDateTime.parse(at), Party.of(party), "", NOON));
  }
}
