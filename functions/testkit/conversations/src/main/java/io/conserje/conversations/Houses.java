package io.conserje.conversations;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What can be had at the sandbox's two houses while nothing is booked, as their files say. */
final class Houses {

  static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  private static final int DAYS = 14;
  private static final int FIRST_ARRIVAL = 2;
  private static final int ARRIVALS = 16;
  private static final int MOST_NIGHTS = 4;

  private Houses() {}

  /** Hours at which a table can begin on a day; none where it is closed. */
  static List<LocalTime> hours(LocalDate day) {
    return switch (day.getDayOfWeek()) {
      case MONDAY -> List.of();
      case TUESDAY, WEDNESDAY -> times("13:00", "13:30", "14:00", "14:30", "15:00");
      case THURSDAY ->
          times("13:30", "14:00", "14:30", "20:00", "20:30", "21:00", "21:30", "22:00");
      case FRIDAY -> times("13:30", "14:00", "14:30", "20:00", "20:30", "21:00", "22:00", "22:30");
      case SATURDAY ->
          times("13:30", "14:00", "14:30", "15:00", "20:00", "20:30", "21:00", "22:00", "22:30");
      case SUNDAY -> times("13:00", "13:30", "14:00", "15:00", "15:30");
    };
  }

  private static List<LocalTime> times(String... hours) {
    return java.util.Arrays.stream(hours).map(LocalTime::parse).toList();
  }

  static Wanted table(Random random, String name, String phone) {
    LocalDate day = TODAY;
    while (day.equals(TODAY) || day.getDayOfWeek() == DayOfWeek.MONDAY) {
      day = TODAY.plusDays(1 + random.nextInt(DAYS));
    }
    List<LocalTime> hours = hours(day);
    LocalTime hour = hours.get(random.nextInt(hours.size()));
    return new Wanted(day, hour, 2 + random.nextInt(5), 0, 0, "", name, phone);
  }

  static Wanted room(Random random, String name, String phone) {
    LocalDate day = TODAY.plusDays(FIRST_ARRIVAL + random.nextInt(ARRIVALS));
    int nights = 1 + random.nextInt(MOST_NIGHTS);
    return switch (random.nextInt(6)) {
      case 0 -> new Wanted(day, null, 1, 0, nights, "individual", name, phone);
      case 1 -> new Wanted(day, null, 2, 1, nights, "familiar", name, phone);
      case 2 -> new Wanted(day, null, 2, 0, nights, "doble superior", name, phone);
      case 3 -> new Wanted(day, null, 2, 0, nights, "suite", name, phone);
      default -> new Wanted(day, null, 2, 0, nights, "doble", name, phone);
    };
  }

  /** The same but for what a phrase with this place tells. */
  static Wanted otherwise(Wanted wanted, String place, Random random) {
    return switch (place) {
      case "time" -> wanted.at(otherHour(wanted, random));
      case "date" -> wanted.on(otherDay(wanted, random));
      case "n", "people" -> wanted.of(1 + wanted.people() % 6 + 1, 0);
      case "range", "arrival" ->
          wanted.on(wanted.date().plusDays(7)).lasting(wanted.nights() % MOST_NIGHTS + 1);
      case "nights", "departure" -> wanted.lasting(wanted.nights() % MOST_NIGHTS + 1);
      case "room" -> wanted.in(wanted.type().equals("doble") ? "doble superior" : "doble");
      case "for", "adults" -> more(wanted);
      default -> throw new IllegalArgumentException("a change of " + place);
    };
  }

  private static Wanted more(Wanted wanted) {
    return switch (wanted.type()) {
      case "familiar" -> wanted.of(3, wanted.children());
      case "suite", "doble superior" -> wanted.of(3, 0);
      case "doble" -> wanted.of(1, 0);
      default -> throw new IllegalArgumentException("nobody else fits " + wanted.type());
    };
  }

  /** Whether something else can be said there at all. */
  static boolean canBeOtherwise(Wanted wanted, String place) {
    return switch (place) {
      case "for", "adults" -> !wanted.type().equals("individual");
      case "room" -> !wanted.type().equals("familiar");
      default -> true;
    };
  }

  /** In the same half of the day. */
  private static LocalTime otherHour(Wanted wanted, Random random) {
    boolean dinner = wanted.time().getHour() >= 18;
    List<LocalTime> others =
        hours(wanted.date()).stream()
            .filter(t -> !t.equals(wanted.time()) && t.getHour() >= 18 == dinner)
            .toList();
    return others.get(random.nextInt(others.size()));
  }

  private static LocalDate otherDay(Wanted wanted, Random random) {
    List<LocalDate> others = new ArrayList<>();
    for (int i = 1; i <= DAYS; i++) {
      LocalDate day = TODAY.plusDays(i);
      if (!day.equals(wanted.date()) && hours(day).contains(wanted.time())) {
        others.add(day);
      }
    }
    return others.get(random.nextInt(others.size()));
  }
}
