package io.conserje.conversation.builtin;

import io.conserje.conversation.builtin.DateWords.Day;
import io.conserje.text.FilteredPattern;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** Whether a day is said to be one of coming or one of going. */
final class Going {

  private static final FilteredPattern LEAVING =
      FilteredPattern.compile(
          "hasta|until|till|til|van?|vamos|voy|iremos|ire|iriamos|marcha\\w*|sal(?:imos|iendo|ida|ir|go|en?|dran?|dria\\w*|dre\\w*|iriamos)"
              + "|leav\\w*|departure|departing|depart|out|checkout|volve\\w*|volvi\\w*|vuelta|vuelvo|regres\\w*|dejamos|back|home");
  private static final FilteredPattern ARRIVING =
      FilteredPattern.compile(
          "lleg\\w+|entrada|entran?|entra(?:ra\\w*|mos|ria\\w*|ndo)|entro|checkin|in|arriv\\w*|desde|from|partir");

  private final Words words;

  Going(Words words) {
    this.words = words;
  }

  /** Whether the nearest word before it that speaks of coming or going speaks of going. */
  boolean leaves(int from) {
    for (int i = from - 1; i >= Math.max(0, from - reach(from)) && !words.used(i); i--) {
      if (LEAVING.matcher(words.plain(i)).matches()) {
        boolean back = words.plain(i).matches("volve\\w*|volvi\\w*|vuelvo|regres\\w*");
        if (back
            && (words.is(i + 1, "por", "ahi", "alli", "con")
                || words.is(i - 1, "toca", "quiero", "queremos"))) {
          return false;
        }
        if (words.is(i, "vamos", "voy") && words.is(i + 1, "a") && words.is(i - 1, "nos", "me")) {
          return words.is(i + 2, "ir", "marchar");
        }
        if (words.is(i, "va", "van") && !words.is(i - 1, "se")) {
          continue;
        }
        if (words.is(i, "sale", "salen") && Price.asked(words.text())) {
          return false;
        }
        boolean goes = words.is(i, "vamos", "voy", "iremos", "ire", "iriamos");
        return !(goes && !words.is(i - 1, "nos", "me"));
      }
      if (ARRIVING.matcher(words.plain(i)).matches()) {
        return false;
      }
      if (words.is(i, "go")
          && words.is(i - 1, "we", "i", "and")
          && (i + 1 == from || words.is(i + 1, "on", "the"))) {
        return true;
      }
    }
    boolean upTo =
        words.is(from - 1, "a", "al", "to", "through") && from > 1 && words.used(from - 2);
    return upTo || words.is(from, "hasta");
  }

  /** {@code leaving on the Friday, that's the 11th}: one day, told twice. */
  private int reach(int from) {
    boolean twice = false;
    for (int i = from - 1; i >= Math.max(0, from - 4); i--) {
      twice |= Calendar.day(words.plain(i)) != null;
    }
    return twice ? 8 : 5;
  }

  /** {@code leaving on the 11th, coming on the Wednesday before}; or null. */
  LocalDate theOneBefore(Hit<Day> day, LocalDate departure) {
    DayOfWeek weekday = Calendar.day(words.plain(day.to() - 1));
    boolean before = words.is(day.to(), "before", "anterior", "previo");
    return departure != null && weekday != null && before
        ? departure.with(TemporalAdjusters.previous(weekday))
        : null;
  }

  /** {@code el 5 nos vamos}. */
  boolean follows(int to) {
    boolean they =
        words.is(to, "se")
            && words.is(to + 1, "vuelve", "vuelven", "va", "van", "marcha", "marchan");
    boolean we =
        they
            || words.is(to, "nos", "me")
                && words.is(to + 1, "vamos", "voy", "marchamos", "volvemos");
    return !words.opens(to)
        && (we
            || words.is(
                to, "salimos", "salgo", "sale", "salen", "vuelve", "vuelvo", "regresa", "regreso")
            || words.is(to, "we") && words.is(to + 1, "leave"));
  }

  boolean arrives(int from) {
    for (int i = from - 1; i >= Math.max(0, from - 4) && !words.used(i); i--) {
      if (ARRIVING.matcher(words.plain(i)).matches()) {
        return true;
      }
    }
    return false;
  }

  /** {@code not Friday, Saturday}; {@code el viernes no, el sábado}. */
  boolean denied(Hit<Day> day) {
    int at = words.is(day.from() - 1, "el", "the", "on", "este") ? day.from() - 1 : day.from();
    boolean before = words.is(at - 1, "not", "no") && !words.opens(at);
    boolean after = words.is(day.to(), "no") && !words.opens(day.to()) && words.opens(day.to() + 1);
    return before || after;
  }
}
