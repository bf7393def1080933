package io.conserje.conversation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;

/**
 * Days and times as a language says them. From tables of our own: the platform's locale data costs
 * a cold start tens of milliseconds.
 */
public enum SpokenDays {
  SPANISH(
      List.of("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
      List.of(
          "enero",
          "febrero",
          "marzo",
          "abril",
          "mayo",
          "junio",
          "julio",
          "agosto",
          "septiembre",
          "octubre",
          "noviembre",
          "diciembre"),
      " de ",
      " a las "),
  ENGLISH(
      List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December"),
      " ",
      " at ");

  private final List<String> weekdays;
  private final List<String> months;
  private final String of;
  private final String at;

  SpokenDays(List<String> weekdays, List<String> months, String of, String at) {
    this.weekdays = weekdays;
    this.months = months;
    this.of = of;
    this.at = at;
  }

  public static SpokenDays in(Locale language) {
    return language.getLanguage().equals("en") ? ENGLISH : SPANISH;
  }

  public String weekday(DayOfWeek day) {
    return weekdays.get(day.ordinal());
  }

  /** For example {@code sábado 21 de noviembre}. */
  public String day(LocalDate day) {
    return weekday(day.getDayOfWeek())
        + " "
        + day.getDayOfMonth()
        + of
        + months.get(day.getMonthValue() - 1);
  }

  /** For example {@code sábado 21 de noviembre a las 21:00}. */
  public String moment(LocalDateTime at) {
    return day(at.toLocalDate()) + this.at + time(at.toLocalTime());
  }

  public String time(LocalTime time) {
    return twoDigits(time.getHour()) + ":" + twoDigits(time.getMinute());
  }

  private static String twoDigits(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }
}
