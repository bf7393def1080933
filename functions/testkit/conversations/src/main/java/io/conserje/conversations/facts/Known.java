package io.conserje.conversations.facts;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What may be stated: what a tool gave, the house's file holds, or the guest said. */
public final class Known {

  private static final Pattern MONTH_DAY = Pattern.compile("(\\d\\d)-(\\d\\d)");
  private static final Pattern CLOCK = Pattern.compile("(?<!\\d)([01]\\d|2[0-3]):([0-5]\\d)");

  private static final Map<File, Known> FILES = new ConcurrentHashMap<>();

  private final LocalDate today;
  private final Set<LocalTime> times = new HashSet<>();
  private final Set<LocalDate> dates = new HashSet<>();
  private final Set<Long> cents = new HashSet<>();
  private final StringBuilder guest = new StringBuilder(" ");
  private final StringBuilder house = new StringBuilder(" ");

  public Known(LocalDate today) {
    this.today = today;
  }

  /** The house's file: its texts, and in a hotel's part every number is an amount. */
  public Known house(Map<String, Object> document) {
    Known file = FILES.computeIfAbsent(new File(today, document), File::read);
    times.addAll(file.times);
    dates.addAll(file.dates);
    cents.addAll(file.cents);
    house.append(file.house);
    return this;
  }

  /** Hundreds of conversations are about the same house. */
  private record File(LocalDate today, Map<String, Object> document) {

    Known read() {
      Known known = new Known(today);
      known.collect(document, false);
      return known;
    }
  }

  /** What a tool gave back. */
  public Known tool(Object result) {
    collect(result, false);
    return this;
  }

  private void collect(Object value, boolean amounts) {
    switch (value) {
      case null -> {}
      case Map<?, ?> map ->
          map.forEach((key, inner) ->
              collect(
                  inner,
                  amounts || Set.of("hotel", "amount", "price", "total").contains(key.toString())));
      case List<?> list -> list.forEach(inner -> collect(inner, amounts));
      case Number number -> {
        if (amounts) {
          cents.add(number.longValue());
        }
      }
      default -> text(value.toString());
    }
  }

  /** Any text that is true: of the house's file or of a tool's result. */
  public Known text(String text) {
    String plain = Facts.plain(text);
    house.append(Facts.words(plain)).append(' ');
    Times.in(plain).forEach(said -> times.addAll(said.meanings()));
    Matcher clock = CLOCK.matcher(plain);
    while (clock.find()) {
      times.add(LocalTime.of(Integer.parseInt(clock.group(1)), Integer.parseInt(clock.group(2))));
    }
    Dates.in(plain, today).forEach(said -> dates.addAll(said.meanings()));
    cents.addAll(Money.in(plain).values());
    Matcher yearly = MONTH_DAY.matcher(plain);
    if (yearly.matches()) {
      dates.addAll(
          Dates.in(yearly.group(2) + "/" + yearly.group(1), today).stream()
              .flatMap(s -> s.meanings().stream())
              .toList());
    }
    return this;
  }

  /** What the guest wrote. */
  public Known guest(String text) {
    String plain = Facts.plain(text);
    guest.append(Facts.words(plain)).append(' ');
    times.addAll(Times.possible(plain));
    dates.addAll(Dates.possible(plain, today));
    cents.addAll(Money.in(plain).values());
    Numbers.in(plain).forEach(number -> cents.add(number * 100L));
    if (plain.matches("(?s).*\\b(noches?|nights?)\\b.*")) {
      Set<Integer> nights = Numbers.in(plain);
      Set<LocalDate> later = new HashSet<>();
      dates.forEach(
          date -> nights.stream().filter(n -> n <= 30).forEach(n -> later.add(date.plusDays(n))));
      dates.addAll(later);
    }
    return this;
  }

  public Known amount(long minorUnits) {
    cents.add(minorUnits);
    return this;
  }

  boolean time(Set<LocalTime> meanings) {
    return meanings.stream().anyMatch(times::contains);
  }

  boolean date(Set<LocalDate> meanings) {
    return meanings.stream()
        .anyMatch(
            date -> dates.contains(date) || Math.abs(date.toEpochDay() - today.toEpochDay()) <= 1);
  }

  boolean money(long amount) {
    return cents.contains(amount);
  }

  /** Whether guest or house have said these words themselves. */
  boolean said(String words) {
    String wanted = " " + words + " ";
    return guest.indexOf(wanted) >= 0 || house.indexOf(wanted) >= 0;
  }

  boolean guestSaidDigits(String digits) {
    return guest.toString().replaceAll("\\D", "").contains(digits);
  }

  LocalDate today() {
    return today;
  }
}
