package io.conserje.venue;

import java.time.LocalDate;

/** When Easter is, by the Gregorian rule: the Sunday after the first full moon of spring. */
public final class Easter {

  private Easter() {}

  /** The "anonymous Gregorian algorithm" (Meeus/Jones/Butcher), good for every Gregorian year. */
  public static LocalDate sunday(int year) {
    int golden = year % 19;
    int century = year / 100;
    int inCentury = year % 100;
    int moonCorrection = (century + 8) / 25;
    int epact =
        (19 * golden + century - century / 4 - (century - moonCorrection + 1) / 3 + 15) % 30;
    int weekday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - epact - inCentury % 4) % 7;
    int late = (golden + 11 * epact + 22 * weekday) / 451;
    int days = epact + weekday - 7 * late + 114;
    return LocalDate.of(year, days / 31, days % 31 + 1);
  }
}
