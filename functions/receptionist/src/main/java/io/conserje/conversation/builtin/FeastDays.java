package io.conserje.conversation.builtin;

import io.conserje.conversation.builtin.DateWords.Day;
import io.conserje.conversation.builtin.RangeWords.Range;
import io.conserje.text.FilteredPattern;
import io.conserje.venue.Easter;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.LinkedHashMap;
import java.util.Map;

/** The feast that tells of which month days without one are: {@code fin de año, del 30 al 2}. */
final class FeastDays {

  private static final int NEAR = 15;

  private static final Map<FilteredPattern, MonthDay> FEASTS = new LinkedHashMap<>();

  static {
    add(12, 31, "fin de ano|nochevieja|new year s eve|new years eve|nye|new years?|ano nuevo");
    add(12, 25, "navidad(?:es)?|nochebuena|christmas|xmas");
    add(1, 6, "(?:dia de |noche de |puente de |fiesta de )?reyes|epiphany");
    add(2, 14, "san valentin|dia de los enamorados|valentine ?s?");
    add(9, 21, "san mateo");
    add(12, 7, "inmaculada|constitucion|puente de diciembre");
    add(11, 1, "todos los santos|halloween|los santos");
    add(10, 12, "(?:puente|fiestas?) del pilar|hispanidad");
    add(5, 1, "puente de mayo|primero de mayo");
    add(6, 24, "(?:noche de )?san juan");
    add(8, 15, "puente de agosto|la asuncion");
  }

  private static final FilteredPattern EASTER = word("semana santa|pascua|easter");
  private static final FilteredPattern MONTH =
      word(
          "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|january|february|march|april"
              + "|may|june|july|august|september|october|november|december|\\d{1,2}[/.]\\d{1,2}");

  private FeastDays() {}

  private static void add(int month, int day, String names) {
    FEASTS.put(word(names), MonthDay.of(month, day));
  }

  private static FilteredPattern word(String names) {
    return FilteredPattern.compile("\\b(?:" + names + ")\\b");
  }

  /** The range moved by whole months to the feast that is named beside it. */
  static Range near(Range range, Words words, LocalDate today) {
    String plain = Tokens.plain(words.text());
    LocalDate feast = MONTH.matcher(plain).find() ? null : feast(plain, today);
    LocalDate first = range.first();
    LocalDate last = range.last();
    for (int ahead = 0; feast != null && ahead < 12; ahead++) {
      if (!first.plusDays(NEAR).isBefore(feast)) {
        return first.isAfter(feast.plusDays(NEAR)) ? range : new Range(first, last);
      }
      first = first.plusMonths(1);
      last = last.plusMonths(1);
    }
    return range;
  }

  /** {@code ah well, valentines}: a day only by its name. */
  static boolean only(Words words, Hit<Day> day, Tongue tongue) {
    for (int i = day.from(); i < day.to(); i++) {
      boolean calendar =
          Numbers.at(words, i, tongue) != null
              || Calendar.day(words.plain(i)) != null
              || Calendar.month(words.plain(i)) != null
              || words.plain(i).matches(".*\\d.*|hoy|manana|pasado|today|tonight|tomorrow");
      if (calendar) {
        return false;
      }
    }
    return true;
  }

  /** The next feast that is named; or null. */
  static LocalDate feast(String plain, LocalDate today) {
    for (Map.Entry<FilteredPattern, MonthDay> feast : FEASTS.entrySet()) {
      if (feast.getKey().matcher(plain).find()) {
        LocalDate day = feast.getValue().atYear(today.getYear());
        return day.isBefore(today) ? day.plusYears(1) : day;
      }
    }
    LocalDate easter = Easter.sunday(today.getYear());
    LocalDate next = easter.isBefore(today) ? Easter.sunday(today.getYear() + 1) : easter;
    return EASTER.matcher(plain).find() ? next : null;
  }
}
