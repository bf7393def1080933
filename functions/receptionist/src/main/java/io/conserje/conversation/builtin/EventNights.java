package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Matcher;

/**
 * The nights about something that is on a day of its own: {@code la boda es el 8 de mayo, haríamos
 * noche el viernes y el sábado}, {@code the night before the wedding}.
 *
 * @param nights null if it is not said how many
 */
record EventNights(LocalDate arrival, Integer nights) {

  private static final FilteredPattern EVENT =
      FilteredPattern.compile(
          "\\b(?:bodas?|se casan?|casamiento|wedding|(?:gets?|getting) married|conciertos?|concert|gig|congreso|conference|cumple\\w*|birthday|aniversario|anniversary|partido|match|evento|event|comunion|communion|bautizo|christening|carrera|maraton|marathon|race|feria|fair|funeral|graduacion|graduation|examen|exam|reunion|meeting|visita medica|operacion|vuelo|flight)\\b");

  private static final FilteredPattern EVE =
      FilteredPattern.compile(
          "\\b(?:la vispera|(?:la noche|el dia|la tarde) (?:de )?(?:antes|anterior)|(?:the )?(?:night|day|evening) before|the eve)\\b");

  private static final FilteredPattern AND_THE_NIGHT =
      FilteredPattern.compile(
          "\\b(?:y|and) (?:la (?:misma )?noche|the night|the day|el dia)(?: itself| mism[ao])?(?: (?:de|del|of|siguiente|after)\\b|(?=\\W*$|[,.;]))");

  private static final String DAY =
      "(lunes|martes|miercoles|jueves|viernes|sabado|domingo|monday|tuesday|wednesday|thursday|friday|saturday|sunday)";

  private static final FilteredPattern SLEEPING =
      FilteredPattern.compile(
          "\\b(?:noches?|dormi\\w*|duerm\\w+|quedar\\w*|quedamos|pernoct\\w+|aloj\\w+|nights?|sleep\\w*|stay\\w*)\\b[^.;?!\\d]{0,25}?\\b"
              + DAY
              + "\\b(?: (?:night )?(?:y|and)(?: el| on| the)? "
              + DAY
              + "\\b)?");

  /**
   * @param day the day that is named beside it
   * @return null if nothing of the kind is said
   */
  static EventNights in(String text, LocalDate day) {
    String plain = Tokens.plain(text);
    if (day == null || !EVENT.matcher(plain).find()) {
      return null;
    }
    if (EVE.matcher(plain).find()) {
      Integer nights = AND_THE_NIGHT.matcher(plain).find() ? 2 : null;
      return new EventNights(day.minusDays(1), nights);
    }
    Matcher sleeping = SLEEPING.matcher(plain);
    if (!sleeping.find()) {
      return null;
    }
    DayOfWeek first = Calendar.day(sleeping.group(1));
    DayOfWeek second = sleeping.group(2) == null ? null : Calendar.day(sleeping.group(2));
    boolean both = second == first.plus(1);
    return first == day.getDayOfWeek() && second == null
        ? null
        : new EventNights(
            day.with(TemporalAdjusters.previousOrSame(first)), both ? Integer.valueOf(2) : null);
  }
}
