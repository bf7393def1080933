package io.conserje.conversation.builtin;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Pattern;

/**
 * "Mejor el sábado", of a table on Friday in two weeks: the Saturday after that Friday, not the
 * next one.
 */
final class SameWeek {

  private static final Pattern BARE =
      Pattern.compile(
          "(?<!\\b(?:este|esta|this|proximo|next|siguiente|coming) )\\b(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo"
              + "|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\\b(?! (?:\\d|que viene|proximo|siguiente|de (?:esta|la) ))");

  private SameWeek() {}

  /**
   * @param said the day as it was understood, counted from today
   * @param text what the guest wrote
   */
  static LocalDate of(LocalDate said, LocalDate stands, LocalDate today, String text) {
    boolean near = said != null && said.isBefore(today.plusDays(8));
    if (!near || !BARE.matcher(Tokens.plain(text)).find() || said.isEqual(today)) {
      return said;
    }
    LocalDate monday = stands.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    LocalDate there = monday.with(TemporalAdjusters.nextOrSame(said.getDayOfWeek()));
    return there.isBefore(today) || there.isEqual(stands) ? said : there;
  }
}
