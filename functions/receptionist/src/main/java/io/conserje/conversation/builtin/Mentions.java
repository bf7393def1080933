package io.conserje.conversation.builtin;

import io.conserje.conversation.builtin.DateWords.Day;
import io.conserje.venue.Holidays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every day and hour a message names: some say which booking is meant, some what it should become. */
record Mentions(List<LocalDate> days, List<TimeWish> times) {

  static final Mentions NONE = new Mentions(List.of(), List.of());

  static Mentions in(String text, Tongue tongue, LocalDate today, Holidays holidays) {
    Words words = Words.of(text);
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
    return new Mentions(List.copyOf(days), times);
  }

  Mentions and(Mentions more) {
    return new Mentions(joined(days, more.days), joined(times, more.times));
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
            + times.stream().map(TimeWish::written).collect(Collectors.joining(","));
    return both.equals("|") ? "" : both;
  }

  static Mentions read(String written) {
    if (written.isEmpty()) {
      return NONE;
    }
    String[] parts = written.split("\\|", 2);
    return new Mentions(
        texts(parts[0]).map(LocalDate::parse).toList(),
        texts(parts[1]).map(TimeWish::read).toList());
  }

  private static Stream<String> texts(String joined) {
    return joined.isEmpty() ? Stream.of() : Stream.of(joined.split(","));
  }
}
