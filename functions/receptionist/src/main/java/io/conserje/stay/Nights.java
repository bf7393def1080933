package io.conserje.stay;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The nights from an arrival to a departure. Half-open: who leaves on a day does not meet who
 * arrives on it.
 */
public record Nights(LocalDate arrival, LocalDate departure) {

  public Nights {
    if (!arrival.isBefore(departure)) {
      throw new IllegalArgumentException("a stay has one night at least");
    }
  }

  public static Nights from(LocalDate arrival, int count) {
    return new Nights(arrival, arrival.plusDays(count));
  }

  public int count() {
    return Math.toIntExact(ChronoUnit.DAYS.between(arrival, departure));
  }

  public List<LocalDate> all() {
    return arrival.datesUntil(departure).toList();
  }

  public Nights shifted(int days) {
    return new Nights(arrival.plusDays(days), departure.plusDays(days));
  }
}
