package io.conserje.conversation.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the hour a guest speaks of. */
final class TimeWords {

  private static final Set<String> MARKS =
      Set.of("las", "at", "tipo", "alas", "hrs", "until", "till");
  private static final Set<String> VAGUE_MARKS = Set.of("around", "about", "by", "from");
  private static final Pattern TIME_SIGNS = Pattern.compile("[:.]");
  private static final PhraseTable<Integer> NAMED =
      new PhraseTable<Integer>()
          .add(12, "noon|midday|at noon|at midday")
          .add(24, "medianoche|media noche|midnight");

  private final Words words;
  private final Tongue tongue;
  private final boolean changing;

  private TimeWords(Words words, Tongue tongue, boolean changing) {
    this.words = words;
    this.tongue = tongue;
    this.changing = changing;
  }

  /** The hour meant, its words taken out; null if there is none. */
  static TimeWish in(Words words, Tongue tongue) {
    return in(words, tongue, false);
  }

  /**
   * @param changing see {@link Meant}
   */
  static TimeWish in(Words words, Tongue tongue, boolean changing) {
    TimeWords time = new TimeWords(words, tongue, changing);
    Hit<TimeWish> meant = Meant.of(words, time.all(), changing);
    return meant == null ? null : meant.value();
  }

  /** Every hour that is named, its words taken out. */
  static List<Hit<TimeWish>> all(Words words, Tongue tongue) {
    return new TimeWords(words, tongue, true).all();
  }

  /** An hour said as an answer to "what time?", where a bare number will do. */
  static TimeWish bare(Words words, int i, Tongue tongue) {
    Hit<TimeWish> hit = new TimeWords(words, tongue, false).clock(i, true);
    if (hit != null) {
      words.use(hit);
    }
    return hit == null ? null : hit.value();
  }

  private List<Hit<TimeWish>> all() {
    List<Hit<TimeWish>> hits = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      Hit<TimeWish> hit = words.used(i) ? null : at(i);
      if (hit != null) {
        hits.add(hit);
        words.use(hit);
        i = hit.to() - 1;
      }
    }
    return hits;
  }

  private Hit<TimeWish> at(int i) {
    Hit<Integer> named = NAMED.at(words, i);
    if (named != null) {
      return new Hit<>(i, named.to(), new TimeWish(TimeWish.of(named.value(), 0).time(), true));
    }
    Hit<TimeWish> hit = minutesFirst(i);
    if (hit != null) {
      return hit;
    }
    int at = mark(i);
    return at > i ? marked(i, at) : clock(i, false);
  }

  /** The place after {@code a las}, {@code at}, {@code around}; or the place itself. */
  private int mark(int i) {
    if (words.is(i, "las") && words.is(i - 1, "de") && words.is(i - 2, "ninguna", "cualquiera")) {
      return i;
    }
    if (words.opens(i)
        && words.is(i, "las")
        && words.is(i + 1, "dos", "2", "tres", "3")
        && words.is(i + 2, "a", "al", "reservas", "mesas", "son", "van", "con", "juntas")) {
      return i;
    }
    if (lasts(i) || words.is(i, "like") && words.opens(i)) {
      return i + 1;
    }
    boolean moved =
        changing && words.is(i, "to") && alone(i + 1)
            || Meant.movedTo(words, i) && clockHour(i + 1);
    if (moved) {
      return i + 1;
    }
    if (words.is(i, "la") && words.is(i + 1, "una", "1")) {
      return i + 1;
    }
    if (MARKS.contains(words.plain(i)) || VAGUE_MARKS.contains(words.plain(i))) {
      return words.is(i + 1, "about", "around", "las", "like") ? i + 2 : i + 1;
    }
    return i;
  }

  /** {@code de 9 a 11 de la noche}, {@code from 8 to 10pm}. */
  private boolean lasts(int i) {
    Hit<Integer> first = words.is(i, "de", "from", "entre", "between") ? hour(i + 1) : null;
    boolean until =
        first != null && words.is(first.to(), "a", "y", "to", "and", "till", "until", "hasta");
    Hit<Integer> second = until ? hour(first.to() + 1) : null;
    return second != null
        && (halfOfDay(second.to()) || words.is(second.to(), "pm", "h", "hs", "horas"));
  }

  /** An evening's hour that nothing counts: {@code change it to 9}. */
  private boolean alone(int i) {
    return clockHour(i) && hour(i).value() >= 7;
  }

  private boolean clockHour(int i) {
    Hit<Integer> number = hour(i);
    return number != null
        && number.value() >= 1
        && number.value() <= 11
        && !Numbers.article(words.plain(i))
        && !PartyWords.people(words, number.to())
        && Calendar.month(words.plain(number.to())) == null
        && !words.is(number.to(), "th", "nd", "rd", "st", "of", "and", "instead");
  }

  private Hit<TimeWish> marked(int i, int at) {
    Hit<TimeWish> quarter = minutesFirst(at);
    Hit<TimeWish> hit = quarter != null ? quarter : clock(at, true);
    return hit == null ? null : new Hit<>(i, hit.to(), hit.value());
  }

  /** {@code half past nine}, {@code quarter to nine}, {@code cuarto para las nueve}. */
  private Hit<TimeWish> minutesFirst(int i) {
    int at = words.is(i, "a", "un") && words.is(i + 1, "quarter", "cuarto", "half") ? i + 1 : i;
    Integer minutes = leading(at);
    if (minutes == null) {
      return null;
    }
    boolean past = words.is(at + 1, "past", "after");
    boolean to = words.is(at + 1, "to", "of", "till", "before");
    boolean spanishTo = words.is(at + 1, "para") && words.is(at + 2, "las", "la");
    int hourAt = spanishTo ? at + 3 : past || to ? at + 2 : at + 1;
    boolean halfNine = words.is(at, "half") && !past && !to;
    Hit<Integer> hour = hour(hourAt);
    if (hour == null || hour.value() > 12 || !(past || to || spanishTo || halfNine)) {
      return null;
    }
    int total = hour.value() * 60 + (to || spanishTo ? -minutes : minutes);
    return finish(i, hour.to(), total);
  }

  private Integer leading(int at) {
    return switch (words.plain(at)) {
      case "half" -> 30;
      case "quarter", "cuarto" -> 15;
      default -> {
        Hit<Integer> number = Numbers.at(words, at, tongue);
        boolean fives = number != null && number.to() == at + 1 && number.value() % 5 == 0;
        yield fives && number.value() > 0 && number.value() < 60 ? number.value() : null;
      }
    };
  }

  /**
   * @param marked whether something before it says that an hour follows
   */
  private Hit<TimeWish> clock(int i, boolean marked) {
    Hit<TimeWish> digits = digits(i, marked);
    if (digits != null) {
      return digits;
    }
    Hit<Integer> hour = hour(i);
    if (hour == null) {
      return null;
    }
    Hit<TimeWish> full = withMinutes(i, hour, marked);
    full = full != null ? full : withSuffix(i, hour.to(), hour.value() * 60, hour.value() >= 10);
    if (full != null) {
      return full;
    }
    boolean counted = PartyWords.people(words, hour.to()) || words.is(hour.to(), "adultos", "of");
    return (marked || halfOfDay(hour.to())) && !counted
        ? finish(i, hour.to(), hour.value() * 60)
        : null;
  }

  /** {@code de la tarde}, {@code in the evening}. */
  private boolean halfOfDay(int i) {
    return words.is(i, "de", "por", "in")
            && words.is(i + 1, "la", "the")
            && words.is(i + 2, "tarde", "noche", "manana", "morning", "evening", "afternoon")
        || words.is(i, "at") && words.is(i + 1, "night")
        || words.is(i, "del") && words.is(i + 1, "mediodia");
  }

  private Hit<Integer> hour(int i) {
    Hit<Integer> number = Numbers.at(words, i, tongue);
    return number == null || number.value() > 24 ? null : number;
  }

  /** {@code 21:30}, {@code 21.30}, and {@code 2130} where an hour is expected. */
  private Hit<TimeWish> digits(int i, boolean marked) {
    String plain = words.plain(i);
    String[] parts = TIME_SIGNS.split(plain);
    if ((marked || suffixAt(i + 1) || words.is(i + 1, "hrs", "h", "horas"))
        && Numbers.digits(plain)
        && plain.length() >= 3
        && plain.length() <= 4) {
      parts =
          new String[] {
            plain.substring(0, plain.length() - 2), plain.substring(plain.length() - 2)
          };
    }
    if (words.used(i) || parts.length != 2 || !Numbers.digits(parts[0]) || parts[1].length() != 2) {
      return null;
    }
    if (!Numbers.digits(parts[1]) || parts[0].length() > 2) {
      return null;
    }
    int hour = Integer.parseInt(parts[0]);
    int minute = Integer.parseInt(parts[1]);
    if (hour > 24 || minute > 59) {
      return null;
    }
    Hit<TimeWish> suffixed = withSuffix(i, i + 1, hour * 60 + minute, true);
    return suffixed != null ? suffixed : finish(i, i + 1, hour * 60 + minute);
  }

  /** {@code nueve y media}, {@code diez menos cuarto}, {@code nine thirty}, {@code 21h30}. */
  private Hit<TimeWish> withMinutes(int i, Hit<Integer> hour, boolean marked) {
    int at = hour.to();
    if (words.is(at, "y", "menos", "and", "con")) {
      Integer minutes = words.opens(at + 1) ? null : trailing(at + 1);
      if (minutes != null && (marked || hour.value() <= 12)) {
        int length =
            Numbers.at(words, at + 1, tongue) == null
                ? 1
                : Numbers.at(words, at + 1, tongue).to() - at - 1;
        int total = hour.value() * 60 + (words.is(at, "menos") ? -minutes : minutes);
        return suffixed(i, at + 1 + length, total);
      }
      return null;
    }
    int minuteAt = words.is(at, "h") ? at + 1 : at;
    Hit<Integer> minute = words.opens(minuteAt) ? null : Numbers.at(words, minuteAt, tongue);
    boolean said =
        minute != null
            && minute.value() >= 10
            && minute.value() < 60
            && !PartyWords.people(words, minute.to())
            && (words.is(at, "h") || marked || suffixAt(minute.to()) || inWords(i, minute));
    return said ? suffixed(i, minute.to(), hour.value() * 60 + minute.value()) : null;
  }

  private boolean inWords(int i, Hit<Integer> minute) {
    return !Numbers.digits(words.plain(i))
        && !Numbers.digits(words.plain(minute.from()))
        && Set.of(15, 30, 45).contains(minute.value());
  }

  private boolean suffixAt(int i) {
    return words.is(i, "am", "pm");
  }

  private Integer trailing(int at) {
    if (words.is(at, "media", "pico", "half")) {
      return words.is(at, "pico") ? 15 : 30;
    }
    if (words.is(at, "cuarto", "quarter")) {
      return 15;
    }
    Hit<Integer> number = Numbers.at(words, at, tongue);
    boolean fives = number != null && number.value() % 5 == 0 && number.value() > 0;
    return fives && number.value() < 60 && !PartyWords.people(words, number.to())
        ? number.value()
        : null;
  }

  private Hit<TimeWish> suffixed(int from, int to, int total) {
    Hit<TimeWish> hit = withSuffix(from, to, total, true);
    return hit != null ? hit : finish(from, to, total);
  }

  /**
   * {@code pm}, {@code h}, {@code o'clock}, {@code en punto}; null if nothing of the kind follows.
   */
  private Hit<TimeWish> withSuffix(int from, int to, int total, boolean hoursCount) {
    if (words.is(to, "pm", "am")) {
      int hour = total / 60 % 12 + (words.is(to, "pm") ? 12 : 0);
      boolean already = total / 60 > 12;
      TimeWish wish = TimeWish.of(already ? total / 60 : hour, total % 60);
      return new Hit<>(from, to + 1, TimeWish.exactly(wish.time()));
    }
    Hit<Integer> minutes =
        words.is(to, "horas", "heures", "hours") && !words.opens(to + 1)
            ? Numbers.at(words, to + 1, tongue)
            : null;
    boolean spoken =
        minutes != null
            && total % 60 == 0
            && minutes.value() >= 5
            && minutes.value() < 60
            && !PartyWords.people(words, minutes.to());
    if (hoursCount && spoken) {
      return finish(from, minutes.to(), total + minutes.value());
    }
    if (words.is(to, "h", "hs", "oclock", "ish", "hrs")
        || hoursCount && words.is(to, "horas", "hours")) {
      return finish(from, to + 1, total);
    }
    if (words.follows(to, "en", "punto") || words.follows(to, "o", "clock")) {
      return finish(from, to + 2, total);
    }
    return null;
  }

  private static Hit<TimeWish> finish(int from, int to, int total) {
    int minutes = Math.floorMod(total, 24 * 60);
    int hour = minutes / 60 == 0 && total > 0 && total < 60 ? 12 : minutes / 60;
    return new Hit<>(from, to, TimeWish.of(hour, minutes % 60));
  }
}
