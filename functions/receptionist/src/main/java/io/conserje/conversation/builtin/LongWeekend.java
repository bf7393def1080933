package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
import io.conserje.venue.Holiday;
import io.conserje.venue.Holidays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;

/** {@code el sábado del puente de diciembre}: the Saturday nearest to one of the house's feasts. */
final class LongWeekend {

  private static final int NEAR = 4;

  private static final FilteredPattern BRIDGE =
      FilteredPattern.compile(
          "(?iuU)\\b(?:el )?(lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo) (?:del?|en el|de este) (?:puente|acueducto)\\b(?<of> (?:de la|de los|del?) (\\p{L}+))?");

  private LongWeekend() {}

  /** With such a day's date in its place. */
  static String dated(String text, Holidays holidays, LocalDate today) {
    Matcher bridge = BRIDGE.matcher(text);
    if (!bridge.find()) {
      return text;
    }
    DayOfWeek weekday = Calendar.day(Tokens.plain(bridge.group(1)));
    String which = bridge.group(3) == null ? "" : Tokens.plain(bridge.group(3));
    Month month = Calendar.month(which);
    Optional<LocalDate> named =
        which.isEmpty()
            ? Optional.empty()
            : feast(
                holidays,
                today,
                day -> day.getMonth() == month,
                feast -> Tokens.plain(feast.name()).contains(which));
    Optional<LocalDate> feast =
        named.isPresent() ? named : feast(holidays, today, day -> true, any -> true);
    if (feast.isEmpty()) {
      return text;
    }
    LocalDate day = near(feast.get(), weekday, today);
    int end = named.isPresent() || which.isEmpty() ? bridge.end() : bridge.start("of");
    String date = "el %d/%d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    return text.substring(0, bridge.start()) + date + text.substring(end);
  }

  private static Optional<LocalDate> feast(
      Holidays holidays, LocalDate today, Predicate<LocalDate> on, Predicate<Holiday> called) {
    return today
        .datesUntil(today.plusYears(1))
        .filter(day ->
            holidays.all().stream().anyMatch(h -> h.on(day) && (on.test(day) || called.test(h))))
        .findFirst();
  }

  private static LocalDate near(LocalDate feast, DayOfWeek weekday, LocalDate today) {
    return feast
        .minusDays(NEAR)
        .datesUntil(feast.plusDays(NEAR))
        .filter(day -> day.getDayOfWeek() == weekday && day.isAfter(today))
        .min(Comparator.comparingLong(day -> Math.abs(ChronoUnit.DAYS.between(feast, day))))
        .orElse(feast);
  }
}
