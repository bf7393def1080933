package io.conserje.conversation.builtin;

import io.conserje.conversation.builtin.DateWords.Day;
import io.conserje.text.FilteredPattern;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/**
 * "Mejor el sábado", of a table on Friday in two weeks: the Saturday after that Friday, not the
 * next one.
 */
final class SameWeek {

  private static final FilteredPattern BARE =
      FilteredPattern.compile(
          "(?<!\\b(?:este|esta|this|proximo|next|siguiente|coming) )\\b(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo"
              + "|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\\b(?! (?:\\d|que viene|proximo|siguiente|de (?:esta|la) ))");

  private static final FilteredPattern FOLLOWING =
      FilteredPattern.compile(
          "\\b(?:el siguiente|la siguiente|semana siguiente|siguiente semana|(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo) siguiente|the following (?:one|week|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|the week after|the next one|(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday) after(?! (?:tomorrow|that|next|\\d)))\\b");

  /** The weekday of what stands, and no other day: it is only said which one is spoken of. */
  private static final FilteredPattern SAME_DAY =
      FilteredPattern.compile(
          "\\b(?:(?:el )?mismo dia|(?:on )?(?:the )?same day|ese dia|that day)\\b");

  private SameWeek() {}

  /** Whether a weekday is named and nothing that tells of which week. */
  static boolean bare(String text) {
    return BARE.matcher(Tokens.plain(text)).find();
  }

  /**
   * @param said the day as it was understood, counted from today
   * @param text what the guest wrote
   */
  static LocalDate of(LocalDate said, LocalDate stands, LocalDate today, String text) {
    boolean own = said == null || said.getDayOfWeek() == stands.getDayOfWeek();
    if (own && FOLLOWING.matcher(Tokens.plain(text)).find()) {
      return stands.plusWeeks(1);
    }
    boolean near = said != null && said.isBefore(today.plusDays(8));
    if (near && own && SAME_DAY.matcher(Tokens.plain(text)).find()) {
      return stands;
    }
    if (!near || !BARE.matcher(Tokens.plain(text)).find() || said.isEqual(today)) {
      return said;
    }
    LocalDate monday = stands.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    LocalDate there = monday.with(TemporalAdjusters.nextOrSame(said.getDayOfWeek()));
    return there.isAfter(today) ? there : said;
  }

  /** {@code and the same for the Thursday after}, of a weekday that was just booked. */
  static LocalDate after(LocalDate said, LocalDate booked, String text) {
    boolean own = said.getDayOfWeek() == booked.getDayOfWeek();
    return own && FOLLOWING.matcher(Tokens.plain(text)).find() ? booked.plusWeeks(1) : said;
  }

  /** {@code la boda es el sábado 12, y la cena del viernes…}: the Friday before it. */
  static Day about(Words words, List<Hit<Day>> all, Hit<Day> meant, LocalDate today) {
    String said = words.said(meant.from(), meant.to());
    boolean weekday = bare(said) && said.chars().noneMatch(Character::isDigit);
    for (Hit<Day> other : all) {
      LocalDate date = other.value().date();
      boolean dated =
          words.said(other.from(), other.to()).chars().anyMatch(Character::isDigit)
              && other.from() < meant.from();
      if (weekday && dated && date.isAfter(today)) {
        return Day.of(of(meant.value().date(), date, today, said));
      }
    }
    return meant.value();
  }
}
