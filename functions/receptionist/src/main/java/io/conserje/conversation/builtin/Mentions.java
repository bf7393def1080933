package io.conserje.conversation.builtin;

import io.conserje.conversation.builtin.DateWords.Day;
import io.conserje.text.FilteredPattern;
import io.conserje.venue.Holidays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every day and hour a message names: some say which booking is meant, some what it should become.
 */
record Mentions(List<LocalDate> days, List<TimeWish> times, List<Integer> parties) {

  /** {@code 4-6 Dec}: two days of one month, and not the sixth of April. */
  private static final FilteredPattern RANGE =
      FilteredPattern.compile(
          "(?i)\\b(\\d{1,2})\\s?[-–]\\s?(\\d{1,2})(?=(?:st|nd|rd|th)?,? (?:of |de )?(?:ene|feb|mar|abr|may|jun|jul|ago|sep|oct|nov|dic|jan|apr|aug|dec))");

  static final Mentions NONE = new Mentions(List.of(), List.of(), List.of());

  static Mentions in(String text, Tongue tongue, LocalDate today, Holidays holidays) {
    Words words = Words.of(RANGE.matcher(text).replaceAll("$1 to $2"));
    TopicWords.greetings(words);
    PartOfDay.in(words);
    List<LocalDate> days = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      Hit<Day> day = DateWords.at(words, i, tongue, today, holidays);
      if (day != null) {
        days.add(day.value().date());
        words.use(day);
        i = day.to() - 1;
      }
    }
    List<TimeWish> times = TimeWords.all(words, tongue).stream().map(Hit::value).toList();
    List<Integer> parties =
        PartyWords.all(words, tongue).stream()
            .map(Hit::value)
            .filter(p -> !p.relative())
            .map(PartyWords.Party::size)
            .toList();
    return new Mentions(days.stream().distinct().toList(), times, parties);
  }

  /** Without the weekdays that only tell of what happens, where days of a month are named too. */
  static Mentions numbered(Mentions all, String text, Tongue tongue, LocalDate today) {
    Words words = Words.of(RANGE.matcher(text).replaceAll("$1 to $2"));
    List<LocalDate> numbered = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      Hit<Day> day = DateWords.at(words, i, tongue, today, Holidays.NONE);
      boolean number = false;
      for (int k = i; day != null && k < day.to(); k++) {
        number |= Numbers.at(words, k, tongue) != null || words.plain(k).matches(".*\\d.*");
      }
      if (number) {
        numbered.add(day.value().date());
      }
      i = day == null ? i : day.to() - 1;
    }
    return numbered.isEmpty() ? all : new Mentions(numbered, all.times, all.parties);
  }

  /** The last day named that is not the reservation's own; null if there is none. */
  LocalDate otherDay(Found was) {
    return days.stream().filter(d -> !was.isOn(d)).reduce((a, b) -> b).orElse(null);
  }

  TimeWish otherTime(Found was) {
    return times.stream().filter(t -> !was.isAt(t)).reduce((a, b) -> b).orElse(null);
  }

  Integer otherParty(Found was) {
    return parties.stream().filter(p -> p != was.party()).reduce((a, b) -> b).orElse(null);
  }

  Mentions and(Mentions more) {
    return new Mentions(
        joined(days, more.days), joined(times, more.times), joined(parties, more.parties));
  }

  private static <V> List<V> joined(List<V> some, List<V> more) {
    return Stream.concat(some.stream(), more.stream()).distinct().toList();
  }

  boolean day(Found found) {
    return days.stream().anyMatch(found::isOn);
  }

  boolean time(Found found) {
    return times.stream().anyMatch(found::isAt);
  }

  String written() {
    String both =
        days.stream().map(LocalDate::toString).collect(Collectors.joining(","))
            + "|"
            + times.stream().map(TimeWish::written).collect(Collectors.joining(","))
            + "|"
            + parties.stream().map(String::valueOf).collect(Collectors.joining(","));
    return both.equals("||") ? "" : both;
  }

  static Mentions read(String written) {
    if (written.isEmpty()) {
      return NONE;
    }
    String[] parts = written.split("\\|", 3);
    return new Mentions(
        texts(parts[0]).map(LocalDate::parse).toList(),
        texts(parts[1]).map(TimeWish::read).toList(),
        texts(parts[2]).map(Integer::valueOf).toList());
  }

  private static Stream<String> texts(String joined) {
    return joined.isEmpty() ? Stream.of() : Stream.of(joined.split(","));
  }
}
