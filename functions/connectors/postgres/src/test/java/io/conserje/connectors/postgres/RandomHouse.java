package io.conserje.connectors.postgres;

import io.conserje.venue.BookingPolicy;
import io.conserje.venue.ClosingDay;
import io.conserje.venue.DayException;
import io.conserje.venue.Days;
import io.conserje.venue.Days.When;
import io.conserje.venue.DiningRoom;
import io.conserje.venue.DiningTable;
import io.conserje.venue.Holiday;
import io.conserje.venue.Holidays;
import io.conserje.venue.HouseRules;
import io.conserje.venue.JoinedTables;
import io.conserje.venue.Lodging;
import io.conserje.venue.OpeningHours;
import io.conserje.venue.ServiceRule;
import io.conserje.venue.SittingRule;
import io.conserje.venue.StayLength;
import io.conserje.venue.Venue;
import io.conserje.venue.VenueId;
import io.conserje.venue.WritingHours;
import io.conserje.venue.Zone;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** A small house with rules drawn at random, and the day around which its guests come. */
record RandomHouse(Venue venue, LocalDate day) {

  /** Saturdays before a change of the clocks, a Thursday before Easter, an eve, any day. */
  private static final List<LocalDate> DAYS =
      List.of(
          LocalDate.parse("2026-03-28"),
          LocalDate.parse("2026-10-24"),
          LocalDate.parse("2026-04-02"),
          LocalDate.parse("2026-10-11"),
          LocalDate.parse("2026-06-16"));

  private static final Set<DayOfWeek> ALL = EnumSet.allOf(DayOfWeek.class);

  static RandomHouse of(String id, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    LocalDate day = one(random, DAYS);
    Venue venue =
        new Venue(
            new VenueId(id),
            "Casa",
            "restaurant",
            ZoneId.of("Europe/Madrid"),
            Locale.of("es"),
            "+34600000999",
            "Plaza 1",
            hours(random, day),
            rules(random),
            room(random),
            Lodging.NONE);
    return new RandomHouse(venue, day);
  }

  private static OpeningHours hours(SplittableRandom random, LocalDate day) {
    List<ServiceRule> services = new ArrayList<>();
    services.add(dinner(random, new Days(ALL, When.ALWAYS)));
    if (maybe(random, 0.4)) {
      services.add(service("lunch", new Days(ALL, days(random)), "13:00", "15:30", random));
    }
    if (maybe(random, 0.3)) {
      services.add(dinner(random, new Days(weekdays(random), days(random))));
    }
    if (maybe(random, 0.15)) {
      services.add(
          service("late", new Days(weekdays(random), When.ALWAYS), "00:30", "03:30", random));
    }
    List<SittingRule> sittings =
        maybe(random, 0.5) ? List.of(sittings(random, days(random))) : List.of();
    List<ClosingDay> closed =
        maybe(random, 0.3)
            ? List.of(
                new ClosingDay(
                    day.plusDays(random.nextInt(3)).getDayOfWeek(),
                    random.nextBoolean(),
                    random.nextBoolean() ? day.plusDays(2).getDayOfWeek() : null))
            : List.of();
    return new OpeningHours(
        services, sittings, closed, holidays(random, day), exceptions(random, day));
  }

  private static ServiceRule dinner(SplittableRandom random, Days days) {
    return service(
        "dinner",
        days,
        one(random, List.of("20:00", "21:00", "21:30")),
        one(random, List.of("22:30", "23:45", "00:00", "00:30", "01:30", "03:15")),
        random);
  }

  /** It closes a while after the last arrival, or does not say when. */
  private static ServiceRule service(
      String name, Days days, String first, String last, SplittableRandom random) {
    LocalTime end = LocalTime.parse(last);
    return new ServiceRule(
        name,
        days,
        LocalTime.parse(first),
        end,
        end.plusMinutes(one(random, List.of(0, -30, 15, 45, 60, 90))));
  }

  private static SittingRule sittings(SplittableRandom random, When when) {
    String until = random.nextBoolean() ? "22:15" : null;
    return new SittingRule(
        "dinner",
        new Days(ALL, when),
        random.nextInt(4) == 0
            ? List.of(times("21:00", "22:00", "23:30"))
            : List.of(
                times("20:30", "21:30", until),
                times(
                    one(random, List.of("21:30", "22:00", "22:30")),
                    "23:15",
                    random.nextBoolean() ? "01:15" : null)));
  }

  private static SittingRule.Times times(String first, String last, String until) {
    return new SittingRule.Times(
        LocalTime.parse(first),
        LocalTime.parse(last),
        until == null ? null : LocalTime.parse(until));
  }

  private static Holidays holidays(SplittableRandom random, LocalDate day) {
    List<Holiday> all = new ArrayList<>();
    if (maybe(random, 0.4)) {
      all.add(new Holiday.Fixed("fiesta", MonthDay.from(day.plusDays(random.nextInt(3)))));
    }
    if (maybe(random, 0.3)) {
      all.add(new Holiday.AroundEaster("Viernes Santo", -2));
    }
    if (maybe(random, 0.2)) {
      all.add(new Holiday.Once("local", day.plusDays(random.nextInt(4) - 1L)));
    }
    return new Holidays(all);
  }

  private static List<DayException> exceptions(SplittableRandom random, LocalDate day) {
    if (!maybe(random, 0.25)) {
      return List.of();
    }
    LocalDate from = day.plusDays(random.nextInt(3));
    List<ServiceRule> open =
        maybe(random, 0.6) ? List.of(dinner(random, new Days(ALL, When.ALWAYS))) : List.of();
    return List.of(
        new DayException(
            from,
            from,
            random.nextBoolean() ? "dinner" : "",
            open,
            random.nextBoolean() ? List.of(sittings(random, When.ALWAYS)) : List.of(),
            "party"));
  }

  private static HouseRules rules(SplittableRandom random) {
    return new HouseRules(
        4 + random.nextInt(7),
        List.of(
            new StayLength(2, Duration.ofMinutes(one(random, List.of(60, 75, 90))), Map.of()),
            new StayLength(
                20,
                Duration.ofMinutes(one(random, List.of(105, 120, 180))),
                maybe(random, 0.3) ? Map.of("lunch", Duration.ofMinutes(45)) : Map.of())),
        Duration.ofMinutes(one(random, List.of(0, 0, 10, 15, 20))),
        Duration.ofMinutes(one(random, List.of(0, 30, 120))),
        Duration.ofDays(one(random, List.of(3, 30, 365))),
        maybe(random, 0.35) ? 5 + random.nextInt(8) : 0,
        random.nextInt(4),
        maybe(random, 0.7),
        Duration.ofHours(one(random, List.of(0, 3, 30))),
        List.of(),
        new BookingPolicy(
            Duration.ofMinutes(10),
            Duration.ofHours(2),
            Duration.ofHours(24),
            Duration.ofMinutes(15),
            Duration.ofMinutes(15),
            List.of("+349"),
            WritingHours.USUAL));
  }

  private static DiningRoom room(SplittableRandom random) {
    List<Zone> zones =
        List.of(new Zone("inside", maybe(random, 0.1)), new Zone("terrace", maybe(random, 0.7)));
    List<DiningTable> tables = new ArrayList<>();
    int count = 1 + random.nextInt(4);
    for (int t = 1; t <= count; t++) {
      tables.add(table("T" + t, random));
    }
    List<JoinedTables> joins = new ArrayList<>();
    for (int t = 1; t < count && maybe(random, 0.5); t++) {
      joins.add(
          new JoinedTables(
              List.of("T" + t, "T" + (t + 1)), 4 + random.nextInt(6), 1 + random.nextInt(4)));
    }
    return new DiningRoom(zones, tables, joins);
  }

  private static DiningTable table(String name, SplittableRandom random) {
    int seats = 2 + random.nextInt(5);
    int extended = maybe(random, 0.4) ? seats + 1 + random.nextInt(2) : seats;
    return new DiningTable(
        name,
        maybe(random, 0.6) ? "inside" : "terrace",
        seats,
        extended,
        maybe(random, 0.3) ? 1 + random.nextInt(extended) : 1,
        random.nextInt(3),
        maybe(random, 0.7),
        maybe(random, 0.2) ? "Está junto a los aseos." : "");
  }

  private static When days(SplittableRandom random) {
    return maybe(random, 0.6) ? When.ALWAYS : one(random, List.of(When.values()));
  }

  private static Set<DayOfWeek> weekdays(SplittableRandom random) {
    Set<DayOfWeek> days = EnumSet.of(DayOfWeek.SATURDAY);
    ALL.stream().filter(_ -> random.nextBoolean()).forEach(days::add);
    return days;
  }

  static boolean maybe(SplittableRandom random, double chance) {
    return random.nextDouble() < chance;
  }

  static <T> T one(SplittableRandom random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
