package io.conserje.conversation.builtin;

import io.conserje.conversation.builtin.DateWords.Day;
import io.conserje.text.FilteredPattern;
import io.conserje.venue.Holidays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/** Finds two days that belong together: {@code del 3 al 5}, {@code Friday to Sunday}. */
final class RangeWords {

  record Range(LocalDate first, LocalDate last) {}

  /** A day as far as it was named. */
  private record Named(DayOfWeek weekday, Integer day, Month month, LocalDate whole) {}

  private static final FilteredPattern TWO_DAYS =
      FilteredPattern.compile("([0-9]{1,2})[-/]([0-9]{1,2})");

  private final Words words;
  private final Tongue tongue;
  private final LocalDate today;
  private final Holidays holidays;

  private RangeWords(Words words, Tongue tongue, LocalDate today, Holidays holidays) {
    this.words = words;
    this.tongue = tongue;
    this.today = today;
    this.holidays = holidays;
  }

  /**
   * The first two days that belong together, or what they were corrected to; their words taken out.
   */
  static Range in(Words words, Tongue tongue, LocalDate today, Holidays holidays) {
    RangeWords ranges = new RangeWords(words, tongue, today, holidays);
    List<Hit<Range>> all = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      Hit<Range> range = words.used(i) ? null : ranges.at(i);
      boolean meant =
          range != null && (all.isEmpty() || Meant.corrected(words, all.getLast(), range));
      if (meant) {
        all.add(range);
        words.use(range);
        i = range.to() - 1;
      }
    }
    return all.isEmpty() ? null : inMonthOf(all.getFirst().value(), all.getLast(), words);
  }

  /** {@code del 15 al 17 de enero, no, del 22 al 24}: in January too. */
  private static Range inMonthOf(Range said, Hit<Range> meant, Words words) {
    Range range = meant.value();
    for (int i = meant.from(); i < meant.to(); i++) {
      if (Calendar.month(words.plain(i)) != null) {
        return range;
      }
    }
    while (YearMonth.from(range.first()).isBefore(YearMonth.from(said.first()))) {
      range = new Range(range.first().plusMonths(1), range.last().plusMonths(1));
    }
    return range;
  }

  /**
   * {@code el finde del 29 de enero, viernes a domingo}, {@code el del 5, viernes a domingo}:
   * weekdays are those about a date that is told besides.
   */
  static Range inWeekNamed(
      Range range, Words words, Tongue tongue, LocalDate today, Holidays holidays) {
    Range later = in(Words.of(words.text()), tongue, today.plusWeeks(1), holidays);
    boolean bare = later != null && later.first().equals(range.first().plusWeeks(1));
    for (int i = 0; bare && i < words.size(); i++) {
      Hit<Day> day = DateWords.at(words, i, tongue, today, holidays);
      if (day == null) {
        continue;
      }
      Range about = about(range, day.value().date());
      boolean within = !day.value().date().isAfter(about.last());
      boolean dated = dated(words, day);
      boolean numbered = words.is(i, "el", "del") && Numbers.digits(words.plain(day.to() - 1));
      if (dated || numbered && within) {
        words.use(day);
        return about;
      }
    }
    Words rest = Words.of(words.text());
    LocalDate friday = bare ? WeekendWords.named(rest, tongue, today) : null;
    LocalDate feast = bare ? FeastDays.feast(Tokens.plain(words.text()), today) : null;
    LocalDate near = friday == null ? feast : friday.plusDays(2);
    return near == null ? range : about(range, near);
  }

  private static boolean dated(Words words, Hit<Day> day) {
    boolean dated = false;
    for (int i = day.from(); i < day.to(); i++) {
      dated |= Calendar.month(words.plain(i)) != null;
    }
    return dated;
  }

  /** The same weekdays, as near to a date as can be. */
  private static Range about(Range range, LocalDate date) {
    DayOfWeek weekday = range.first().getDayOfWeek();
    LocalDate first = date.with(TemporalAdjusters.previousOrSame(weekday));
    return new Range(first, first.plusDays(ChronoUnit.DAYS.between(range.first(), range.last())));
  }

  private Hit<Range> at(int i) {
    Hit<Range> joined = joined(i);
    if (joined != null) {
      return joined;
    }
    boolean between = words.is(i, "entre", "between");
    boolean from = between || words.is(i, "del", "de", "desde", "from");
    Hit<Named> first = named(from ? i + 1 : i);
    if (first == null) {
      return null;
    }
    int link = first.to();
    boolean and = words.is(link, "y", "and", "e");
    boolean to =
        words.is(link, "al", "a", "hasta", "to", "until", "till", "til", "through", "thru");
    boolean dash = words.gap(link - 1).matches(" ?[-–—] ?");
    if (!to && !dash && !(and && between)) {
      return null;
    }
    Hit<Named> second = named(dash ? link : link + 1);
    boolean clear =
        second != null && (from || words.is(link, "al", "hasta") || calendar(first, second));
    return clear ? resolved(i, second.to(), first.value(), second.value()) : null;
  }

  private static boolean calendar(Hit<Named> first, Hit<Named> second) {
    return said(first.value()) || said(second.value());
  }

  private static boolean said(Named day) {
    return day.weekday != null || day.month != null || day.whole != null;
  }

  /** {@code 1-3 December}. */
  private Hit<Range> joined(int i) {
    Month ahead = Calendar.month(words.plain(i));
    Matcher following = TWO_DAYS.matcher(words.plain(i + 1));
    if (ahead != null && following.matches() && !words.opens(i + 1)) {
      Named from = new Named(null, Integer.valueOf(following.group(1)), ahead, null);
      Named until = new Named(null, Integer.valueOf(following.group(2)), ahead, null);
      return resolved(i, i + 2, from, until);
    }
    Matcher two = TWO_DAYS.matcher(words.plain(i));
    int at = words.is(i + 1, "de", "of") ? i + 2 : i + 1;
    Month month = Calendar.month(words.plain(at));
    if (!two.matches() || month == null) {
      return null;
    }
    Named first = new Named(null, Integer.valueOf(two.group(1)), month, null);
    Named last = new Named(null, Integer.valueOf(two.group(2)), month, null);
    return resolved(i, at + 1, first, last);
  }

  private Hit<Named> named(int i) {
    int at = words.is(i, "el", "the", "este", "this", "on") ? i + 1 : i;
    DayOfWeek weekday = Calendar.day(words.plain(at));
    weekday = weekday != null ? weekday : Calendar.shortDay(words.plain(at));
    at += weekday == null ? 0 : 1;
    at = words.is(at, "el", "the", "dia", "day") ? at + 1 : at;
    at = words.is(at, "dia") ? at + 1 : at;
    Month before = Calendar.month(words.plain(at));
    at += before == null ? 0 : 1;
    Hit<Integer> day = dayNumber(at);
    if (day != null) {
      int end = words.is(day.to(), "de", "of") ? day.to() + 1 : day.to();
      Month month = before != null || words.opens(end) ? before : Calendar.month(words.plain(end));
      int to = month == null || before != null ? day.to() : end + 1;
      return new Hit<>(i, to, new Named(weekday, day.value(), month, null));
    }
    if (before != null) {
      return null;
    }
    Hit<Day> whole = DateWords.at(words, i, tongue, today, holidays);
    if (weekday != null && (whole == null || !words.is(whole.to() - 1, "viene", "week"))) {
      return new Hit<>(i, at, new Named(weekday, null, null, null));
    }
    return whole == null
        ? null
        : new Hit<>(i, whole.to(), new Named(null, null, null, whole.value().date()));
  }

  private Hit<Integer> dayNumber(int i) {
    Hit<Integer> number =
        words.is(i, "primero")
            ? new Hit<>(i, i + 1, 1)
            : Numbers.article(words.plain(i)) && !words.is(i, "uno")
                ? null
                : Numbers.at(words, i, tongue);
    if (number == null || number.value() < 1 || number.value() > 31) {
      return null;
    }
    int end = words.is(number.to(), "st", "nd", "rd", "th") ? number.to() + 1 : number.to();
    boolean other =
        PartyWords.people(words, end)
            || Company.isRelative(words.plain(end))
            || words.is(end, "noches", "noche", "nights", "night", "h", "pm", "am", "anos");
    return other ? null : new Hit<>(i, end, number.value());
  }

  private Hit<Range> resolved(int from, int to, Named first, Named last) {
    LocalDate begin = begin(first, last);
    LocalDate end = begin == null ? null : end(last, begin);
    return end == null || !end.isAfter(begin) ? null : new Hit<>(from, to, new Range(begin, end));
  }

  private LocalDate begin(Named first, Named last) {
    if (first.whole != null) {
      return first.whole;
    }
    if (first.day == null) {
      boolean dated = last.day != null;
      LocalDate end = dated ? end(last, today) : null;
      return end == null
          ? today.with(TemporalAdjusters.next(first.weekday))
          : end.with(TemporalAdjusters.previous(first.weekday));
    }
    if (first.month == null && last.month != null) {
      LocalDate end = end(last, today);
      return end == null ? null : dayBefore(end, first.day);
    }
    return next(first, today.minusDays(1));
  }

  private static LocalDate dayBefore(LocalDate end, int day) {
    for (int back = 0; back < 3; back++) {
      YearMonth month = YearMonth.from(end).minusMonths(back);
      if (month.isValidDay(day) && month.atDay(day).isBefore(end)) {
        return month.atDay(day);
      }
    }
    return null;
  }

  private LocalDate end(Named last, LocalDate after) {
    if (last.whole != null) {
      return last.whole;
    }
    return last.day == null
        ? after.with(TemporalAdjusters.next(last.weekday))
        : next(new Named(null, last.day, last.month, null), after);
  }

  /** The first day after another that is so named; the weekday only chooses among months. */
  private static LocalDate next(Named named, LocalDate after) {
    LocalDate fallback = null;
    for (int ahead = 0; ahead <= 14; ahead++) {
      YearMonth month = YearMonth.from(after).plusMonths(ahead);
      boolean fits = named.month == null || month.getMonth() == named.month;
      if (fits && month.isValidDay(named.day) && month.atDay(named.day).isAfter(after)) {
        LocalDate date = month.atDay(named.day);
        if (named.weekday == null || date.getDayOfWeek() == named.weekday) {
          return date;
        }
        fallback = fallback == null ? date : fallback;
        if (ahead > 2) {
          break;
        }
      }
    }
    return fallback;
  }
}
