package io.conserje.conversations.facts;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times of day as a text states them. Texts are plain: lower case, without accents. */
final class Times {

  /** A time as it was said, and what it can mean: {@code a las nueve} is morning or evening. */
  record Said(String words, Set<LocalTime> meanings) {}

  private static final String MONEY_AFTER = "(?!\\s*(?:€|euros?\\b|eur\\b|%))";
  private static final Pattern CLOCK =
      Pattern.compile("(?<![\\d.,:/€-])([01]?\\d|2[0-4])(?::|h)([0-5]\\d)(?![\\d:])" + MONEY_AFTER);
  private static final Pattern DOTTED =
      Pattern.compile(
          "\\b(?:las?|at|from|until|to) ([01]?\\d|2[0-3])\\.([0-5]\\d)(?![\\d.])" + MONEY_AFTER);
  private static final Pattern AM_PM =
      Pattern.compile(
          "(?<![\\d.,:€])(\\d{1,2})(?:[:.]([0-5]\\d))?\\s?(am|pm|a\\.m\\.?|p\\.m\\.?)(?![\\p{L}\\d])");
  private static final String PART = "(?: (?:de|por) la (manana|tarde|noche|madrugada))?";
  private static final Pattern SPANISH =
      Pattern.compile(
          "\\b(?:a|desde|hasta|sobre|hacia) las? "
              + Numbers.ONE
              + "(?![\\d:.]\\d)(?:( y | menos )(media|cuarto|"
              + Numbers.ONE.substring(1)
              + ")?"
              + PART
              + "\\b");
  private static final Pattern ENGLISH =
      Pattern.compile(
          "\\b(?:at |(?=half past |quarter past |quarter to ))(half past |quarter past |quarter to |half )?"
              + Numbers.ONE
              + "(?![\\d:]|\\.\\d|\\s?[ap]\\.?m|st\\b|nd\\b|rd\\b|th\\b)(?! (?:euros?|people|of|nights?|rooms?|tables?|least|most)\\b)"
              + MONEY_AFTER
              + "\\b");

  private Times() {}

  /** What a reply states. */
  static List<Said> in(String plain) {
    List<Said> said = new ArrayList<>();
    each(CLOCK, plain, m -> said.add(exactly(m, number(m, 1), number(m, 2))));
    each(DOTTED, plain, m -> said.add(exactly(m, number(m, 1), number(m, 2))));
    each(AM_PM, plain, m -> said.add(amPm(m)));
    each(SPANISH, plain, m -> said.add(spanish(m)));
    each(ENGLISH, plain, m -> said.add(english(m)));
    return said.stream().filter(s -> !s.meanings().isEmpty()).toList();
  }

  /** Everything a text may mean by its numbers, as generously as anybody could take it. */
  static Set<LocalTime> possible(String plain) {
    Set<LocalTime> all = new HashSet<>();
    in(plain).forEach(said -> all.addAll(said.meanings()));
    Set<Integer> numbers = Numbers.in(plain);
    Set<Integer> past = new HashSet<>(Set.of(0));
    Set<Integer> to = new HashSet<>();
    if (plain.matches("(?s).*\\b(media|half)\\b.*")) {
      past.add(30);
    }
    if (plain.matches("(?s).*\\b(cuarto|quarter)\\b.*")) {
      past.add(15);
      to.add(15);
    }
    numbers.stream()
        .filter(n -> n % 5 == 0 && n > 0 && n < 60)
        .forEach(n -> {
          past.add(n);
          if (plain.matches("(?s).*\\b(menos|to)\\b.*")) {
            to.add(n);
          }
        });
    for (int hour : numbers) {
      past.forEach(minute -> all.addAll(eitherHalf(hour, minute)));
      to.forEach(minute -> all.addAll(eitherHalf(hour - 1, 60 - minute)));
      all.addAll(eitherHalf(hour / 100, hour % 100));
    }
    return all;
  }

  private static void each(
      Pattern pattern, String text, java.util.function.Consumer<Matcher> each) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      each.accept(matcher);
    }
  }

  private static int number(Matcher m, int group) {
    return Integer.parseInt(m.group(group));
  }

  private static Said exactly(Matcher m, int hour, int minute) {
    return new Said(m.group(), at(hour, minute));
  }

  private static Said amPm(Matcher m) {
    int hour = number(m, 1) % 12 + (m.group(3).startsWith("p") ? 12 : 0);
    return exactly(m, hour, m.group(2) == null ? 0 : number(m, 2));
  }

  private static Said spanish(Matcher m) {
    int hour = Numbers.of(m.group(1));
    int minutes = minutes(m.group(3));
    if (" menos ".equals(m.group(2)) && minutes > 0) {
      hour = hour - 1;
      minutes = 60 - minutes;
    }
    return new Said(m.group(), part(hour, minutes, m.group(m.groupCount())));
  }

  private static int minutes(String words) {
    if (words == null) {
      return 0;
    }
    return switch (words) {
      case "media" -> 30;
      case "cuarto" -> 15;
      default -> Numbers.of(words);
    };
  }

  private static Set<LocalTime> part(int hour, int minutes, String part) {
    if (part == null) {
      return eitherHalf(hour, minutes);
    }
    boolean late = part.equals("tarde") || part.equals("noche") && hour % 12 > 5;
    return at(hour >= 13 ? hour : hour % 12 + (late ? 12 : 0), minutes);
  }

  private static Said english(Matcher m) {
    int hour = Numbers.of(m.group(2));
    String before = m.group(1) == null ? "" : m.group(1);
    return new Said(
        m.group(),
        switch (before) {
          case "half past ", "half " -> eitherHalf(hour, 30);
          case "quarter past " -> eitherHalf(hour, 15);
          case "quarter to " -> eitherHalf(hour - 1, 45);
          default -> eitherHalf(hour, 0);
        });
  }

  private static Set<LocalTime> eitherHalf(int hour, int minute) {
    Set<LocalTime> both = new HashSet<>(at(hour, minute));
    if (hour <= 12) {
      both.addAll(at(hour % 12, minute));
      both.addAll(at(hour % 12 + 12, minute));
    }
    return both;
  }

  private static Set<LocalTime> at(int hour, int minute) {
    return hour < 0 || hour > 24 || minute < 0 || minute > 59
        ? Set.of()
        : Set.of(LocalTime.of(hour % 24, minute));
  }
}
