package io.conserje.conversation.builtin;

import io.conserje.venue.Holidays;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the day a guest speaks of, always from today on. */
final class DateWords {

  /**
   * @param weekday the weekday the guest named along with the date, or null; the two may not agree
   */
  record Day(LocalDate date, DayOfWeek weekday) {
    static Day of(LocalDate date) {
      return new Day(date, null);
    }

    boolean contradictory() {
      return weekday != null && date.getDayOfWeek() != weekday;
    }
  }

  private static final Pattern DATE_SIGNS = Pattern.compile("[/.-]");
  private static final Pattern YEAR = Pattern.compile("20[2-9][0-9]");

  /** {@code our 25th anniversary}. */
  private static final Pattern OCCASION =
      Pattern.compile("anniversar\\w+|aniversarios?|birthday|bday|cumple\\w*|floor|planta|piso");

  private static final String[] WEEK_AFTER = {
    "de la semana que viene",
    "de la proxima semana",
    "de la otra semana",
    "semana que viene",
    "la semana que viene",
    "la proxima semana",
    "next week",
    "of next week",
    "proxima semana"
  };

  private final Words words;
  private final Tongue tongue;
  private final LocalDate today;
  private final Holidays holidays;

  private DateWords(Words words, Tongue tongue, LocalDate today, Holidays holidays) {
    this.words = words;
    this.tongue = tongue;
    this.today = today;
    this.holidays = holidays;
  }

  /** The day meant, its words taken out; null if there is none. */
  static Day in(Words words, Tongue tongue, LocalDate today) {
    return in(words, tongue, today, Holidays.NONE, false);
  }

  /**
   * @param changing see {@link Meant}
   */
  static Day in(Words words, Tongue tongue, LocalDate today, Holidays holidays, boolean changing) {
    DateWords days = new DateWords(words, tongue, today, holidays);
    List<Hit<Day>> all = days.withoutOccasions(days.all());
    Hit<Day> meant = Meant.of(words, SameDay.joined(words, all), changing);
    return meant == null ? null : SameWeek.about(words, all, meant, today);
  }

  /** The day that begins at a word, or null; nothing is taken out. */
  static Hit<Day> at(Words words, int i, Tongue tongue, LocalDate today, Holidays holidays) {
    return words.used(i) ? null : new DateWords(words, tongue, today, holidays).at(i);
  }

  private List<Hit<Day>> all() {
    List<Hit<Day>> hits = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      Hit<Day> hit = words.used(i) ? null : at(i);
      if (hit != null) {
        hits.add(hit);
        words.use(hit);
        i = hit.to() - 1;
      }
    }
    return hits;
  }

  /** {@code Christmas lunch on 18 December}: where a date is told, the feast is the occasion. */
  private List<Hit<Day>> withoutOccasions(List<Hit<Day>> hits) {
    List<Hit<Day>> dates = hits.stream().filter(hit -> !ofAFeast(hit)).toList();
    boolean told =
        dates.stream()
            .anyMatch(hit -> words.said(hit.from(), hit.to()).chars().anyMatch(Character::isDigit));
    return told ? dates : hits;
  }

  private boolean ofAFeast(Hit<Day> hit) {
    Words apart = Words.of(words.said(hit.from(), hit.to()));
    return new DateWords(apart, tongue, today, holidays).feast(0) != null;
  }

  private Hit<Day> at(int i) {
    Hit<Day> hit = FarDays.at(words, i, tongue, today);
    hit = hit != null ? hit : near(i);
    hit = hit != null ? hit : feast(i);
    hit = hit != null ? hit : digits(i);
    hit = hit != null ? hit : weekday(i);
    hit = hit != null ? hit : dayOfMonth(i);
    return hit != null ? hit : dayOnly(i);
  }

  private Hit<Day> near(int i) {
    Hit<Integer> hit = Calendar.NEAR.at(words, i);
    boolean past = hit != null && words.is(i, "pasado") && hit.to() == i + 1;
    boolean said = words.opens(i) || words.is(i - 1, "para") || words.is(i - 2, "manana");
    if (hit == null || past && !said) {
      return null;
    }
    return new Hit<>(i, hit.to(), Day.of(today.plusDays(hit.value())));
  }

  private Hit<Day> feast(int i) {
    Hit<LocalDate> holiday = HolidayWords.at(words, i, holidays, today);
    var hit = Calendar.FEASTS.at(words, i);
    if (holiday != null && (hit == null || holiday.to() > hit.to())) {
      return new Hit<>(i, holiday.to(), Day.of(holiday.value()));
    }
    return hit == null
        ? null
        : new Hit<>(i, hit.to(), Day.of(next(hit.value().getMonth(), hit.value().getDayOfMonth())));
  }

  /** {@code 2026-11-21}, {@code 21/11}, {@code 3-1-2027}. */
  private Hit<Day> digits(int i) {
    String[] parts = DATE_SIGNS.split(words.plain(i));
    boolean dots = words.plain(i).contains(".");
    if (parts.length < 2
        || parts.length > 3
        || dots
            && parts.length == 2
            && !words.is(i - 1, "el", "dia")
            && !DottedDate.in(words, parts)
        || parts.length == 2 && (PartyWords.people(words, i + 1) || words.is(i - 1, "somos"))) {
      return null;
    }
    try {
      LocalDate date = date(parts);
      return date == null ? null : new Hit<>(i, i + 1, Day.of(date));
    } catch (DateTimeException | NumberFormatException noSuchDay) {
      return null;
    }
  }

  private LocalDate date(String[] parts) {
    int first = Integer.parseInt(parts[0]);
    int second = Integer.parseInt(parts[1]);
    if (parts.length == 3 && parts[0].length() == 4) {
      return LocalDate.of(first, second, Integer.parseInt(parts[2]));
    }
    boolean monthFirst =
        second > 12 && first <= 12 || parts.length == 2 && monthFirst(first, second);
    int day = monthFirst ? second : first;
    Month month = Month.of(monthFirst ? first : second);
    if (parts.length == 2) {
      return next(month, day);
    }
    int year = Integer.parseInt(parts[2]);
    return LocalDate.of(year < 100 ? 2000 + year : year, month, day);
  }

  /** {@code 12/5} in English is whichever comes sooner: visitors write it both ways. */
  private boolean monthFirst(int first, int second) {
    boolean either =
        tongue == Tongue.ENGLISH && first >= 1 && first <= 12 && second >= 1 && second <= 12;
    return either && next(Month.of(first), second).isBefore(next(Month.of(second), first));
  }

  private Hit<Day> weekday(int i) {
    int at = i;
    boolean thisOne = words.is(at, "este", "this");
    boolean nextOne = words.is(at, "proximo", "next", "siguiente", "coming");
    at += thisOne || nextOne ? 1 : 0;
    at += thisOne && words.is(at, "proximo", "coming") ? 1 : 0;
    DayOfWeek day = anySuch(at) ? null : day(at, at > i);
    boolean past = words.is(at - 1, "last", "pasado") || words.is(at + 1, "pasado");
    past |= words.is(at - 1, "los") && !words.is(at - 2, "para", "de");
    if (day == null || words.used(at) || past) {
      return null;
    }
    Hit<Day> dated = dated(i, at + 1, day);
    if (dated != null) {
      return dated;
    }
    at++;
    for (String phrase : WEEK_AFTER) {
      if (words.follows(at, phrase.split(" "))) {
        return new Hit<>(i, at + phrase.split(" ").length, Day.of(weekAfter(day)));
      }
    }
    if (words.follows(at, "que", "viene")) {
      return new Hit<>(i, at + 2, Day.of(today.with(TemporalAdjusters.next(day))));
    }
    if (words.is(at, "proximo", "siguiente")) {
      return new Hit<>(i, at + 1, Day.of(today.with(TemporalAdjusters.next(day))));
    }
    LocalDate date =
        nextOne && words.is(i, "next")
            ? weekAfter(day)
            : today.with(thisOne ? TemporalAdjusters.nextOrSame(day) : TemporalAdjusters.next(day));
    return new Hit<>(i, at, Day.of(date));
  }

  /** {@code un domingo de enero}. */
  private boolean anySuch(int at) {
    boolean any = words.is(at - 1, "un", "algun", "cualquier", "a", "any", "some");
    int of = words.is(at + 1, "night", "evening") ? at + 2 : at + 1;
    boolean month =
        words.is(of, "de", "in", "of", "en") && Calendar.month(words.plain(of + 1)) != null;
    return any && month;
  }

  private DayOfWeek day(int at, boolean introduced) {
    DayOfWeek day = Calendar.day(words.plain(at));
    if (day != null) {
      return day;
    }
    boolean counts =
        introduced
            || words.is(at - 1, "el", "on", "para", "for", "del")
            || Numbers.digits(words.plain(at + 1))
            || words.opens(at) && words.opens(at + 1);
    return counts ? Calendar.shortDay(words.plain(at)) : null;
  }

  private LocalDate weekAfter(DayOfWeek day) {
    return today
        .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
        .with(TemporalAdjusters.nextOrSame(day));
  }

  /** {@code sábado 28}, {@code Saturday, November 28th}. */
  private Hit<Day> dated(int from, int at, DayOfWeek weekday) {
    int start = words.is(at, "el", "the", "dia", "and") ? at + 1 : at;
    start = words.is(start, "dia") ? start + 1 : start;
    Hit<Day> dated = dayOfMonth(start);
    dated = dated != null ? dated : digits(start);
    if (dated != null) {
      return new Hit<>(from, dated.to(), new Day(dated.value().date(), weekday));
    }
    Hit<Integer> number = ordinal(start);
    if (number == null || words.opens(start) || notADay(number)) {
      return null;
    }
    boolean introduced = start > at || number.to() > start + 1;
    LocalDate date = introduced ? agreeing(weekday, number.value()) : soon(weekday, number);
    return date == null ? null : new Hit<>(from, number.to(), new Day(date, weekday));
  }

  /**
   * {@code sábado 28}: a bare number counts only if such a Saturday is near; else it is an hour.
   */
  private LocalDate soon(DayOfWeek weekday, Hit<Integer> number) {
    LocalDate date = agreeing(weekday, number.value());
    boolean near =
        date != null && date.getDayOfWeek() == weekday && date.isBefore(today.plusDays(32));
    boolean of = words.is(number.to(), "de") && words.is(number.to() + 1, "la");
    boolean hour = number.value() <= 12 && (of || words.is(number.to(), "noche"));
    boolean onlyDay = number.value() > 24 && number.value() <= 31 && date != null;
    return near && !hour || onlyDay ? date : null;
  }

  /** The next such day on which weekday and number agree, or the next such day. */
  private LocalDate agreeing(DayOfWeek weekday, int day) {
    for (int ahead = 0; ahead <= 2; ahead++) {
      YearMonth month = YearMonth.from(today).plusMonths(ahead);
      if (month.isValidDay(day)
          && !month.atDay(day).isBefore(today)
          && month.atDay(day).getDayOfWeek() == weekday) {
        return month.atDay(day);
      }
    }
    return next(day);
  }

  /** {@code 3 de enero}, {@code January 3rd}, {@code the 3rd of January 2027}. */
  private Hit<Day> dayOfMonth(int i) {
    Month month = Calendar.month(words.plain(i));
    if (month != null) {
      Hit<Integer> day = ordinal(i + 1);
      return day == null || notADay(day) ? null : withYear(i, day.to(), month, day.value());
    }
    int at = words.is(i, "el", "the", "dia") ? i + 1 : i;
    Hit<Integer> day = ordinal(words.is(at, "dia") ? at + 1 : at);
    if (day == null) {
      return null;
    }
    int next = words.is(day.to(), "de", "of", "del") ? day.to() + 1 : day.to();
    month = words.opens(next) ? null : Calendar.month(words.plain(next));
    return month == null ? null : withYear(i, next + 1, month, day.value());
  }

  private Hit<Day> withYear(int from, int to, Month month, int day) {
    int at = words.is(to, "de", "del") ? to + 1 : to;
    boolean year = YEAR.matcher(words.plain(at)).matches();
    try {
      LocalDate date =
          year ? LocalDate.of(Integer.parseInt(words.plain(at)), month, day) : next(month, day);
      return date == null ? null : new Hit<>(from, year ? at + 1 : to, Day.of(date));
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }

  private static final String[] BEFORE_THE = {
    "on", "come", "go", "leave", "arrive", "until", "till", "leaving", "arriving", "from"
  };

  /** {@code el 3}, {@code the 3rd}. */
  private Hit<Day> dayOnly(int i) {
    boolean introduced = words.is(i, "el", "dia", "the", "al", "del");
    int at = introduced ? i + 1 : i;
    at = introduced && words.is(at, "dia") ? at + 1 : at;
    Hit<Integer> day = ordinal(at);
    boolean suffixed = day != null && Numbers.digits(words.plain(day.from())) && day.to() > at + 1;
    if (day == null
        || words.is(i, "the") && !suffixed && !words.is(i - 1, BEFORE_THE)
        || !introduced && !suffixed
        || words.plain(at).equals("primero")
        || ofAMonth(day)
        || notADay(day)) {
      return null;
    }
    LocalDate date = next(day.value());
    return date == null ? null : new Hit<>(i, day.to(), Day.of(date));
  }

  /** {@code el 31 de febrero}: there is no such day, and no other month's is meant. */
  private boolean ofAMonth(Hit<Integer> day) {
    int at = words.is(day.to(), "de", "of", "del") ? day.to() + 1 : day.to();
    return !words.opens(at) && Calendar.month(words.plain(at)) != null;
  }

  private boolean notADay(Hit<Integer> number) {
    return OCCASION.matcher(words.plain(number.to())).matches()
        || words.is(number.to(), "wedding") && words.is(number.to() + 1, "anniversary")
        || PartyWords.people(words, number.to())
        || words.is(number.to(), "h", "hs", "horas", "am", "pm", "oclock")
        || words.is(number.to(), "y", "menos")
            && !words.opens(number.to())
            && (words.is(number.to() + 1, "media", "cuarto", "pico")
                || !Numbers.article(words.plain(number.to() + 1))
                    && Numbers.at(words, number.to() + 1, tongue) != null)
        || words.is(number.from() - 1, "las", "at");
  }

  /** A day of a month: {@code 3}, {@code 3rd}, {@code primero}, {@code twenty first}. */
  private Hit<Integer> ordinal(int i) {
    if (words.is(i, "primero", "1ero")) {
      return new Hit<>(i, i + 1, 1);
    }
    Hit<Integer> number = Numbers.at(words, i, tongue);
    if (number == null
        || number.value() < 1
        || number.value() > 31
        || words.plain(i).length() > 2 && Numbers.digits(words.plain(i))) {
      return null;
    }
    boolean suffix =
        Numbers.digits(words.plain(i))
            && words.gap(i).isEmpty()
            && words.is(i + 1, "st", "nd", "rd", "th", "ro", "º", "o");
    return suffix ? new Hit<>(i, number.to() + 1, number.value()) : number;
  }

  private LocalDate next(int day) {
    for (int ahead = 0; ahead < 3; ahead++) {
      YearMonth month = YearMonth.from(today).plusMonths(ahead);
      if (month.isValidDay(day) && !month.atDay(day).isBefore(today)) {
        return month.atDay(day);
      }
    }
    return null;
  }

  private LocalDate next(Month month, int day) {
    for (int year = today.getYear(); year < today.getYear() + 5; year++) {
      YearMonth candidate = YearMonth.of(year, month);
      if (candidate.isValidDay(day) && !candidate.atDay(day).isBefore(today)) {
        return candidate.atDay(day);
      }
    }
    return null;
  }
}
