package io.conserje.conversations;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** The same day, hour, number or room in one of the ways people say it. */
final class Ways {

  private static final List<String> SPANISH =
      List.of(
          "cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez",
          "once", "doce");
  private static final List<String> ENGLISH =
      List.of(
          "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
          "eleven", "twelve");

  private final boolean spanish;
  private final Random random;
  private final Locale locale;

  Ways(boolean spanish, Random random) {
    this.spanish = spanish;
    this.random = random;
    this.locale = spanish ? Locale.of("es") : Locale.ENGLISH;
  }

  /** What stands in a phrase's place. */
  String of(String place, Wanted wanted) {
    return switch (place) {
      case "n" -> number(wanted.people());
      case "people" -> (spanish ? "para " : "for ") + people(wanted.people());
      case "date" -> date(wanted.date());
      case "time" -> time(wanted.time());
      case "name" -> wanted.name();
      case "phone" -> phone(wanted.phone());
      case "email" -> email(wanted.name());
      case "range" -> range(wanted);
      case "arrival" -> dated(wanted.date());
      case "departure" -> dated(wanted.departure());
      case "nights" -> nights(wanted.nights());
      case "adults" -> adults(wanted.people()) + children(wanted.children());
      case "for" ->
          (spanish ? "para " : "for ") + adults(wanted.people()) + children(wanted.children());
      case "room" -> room(wanted.type());
      case "reference" -> "{mine}";
      default -> throw new IllegalArgumentException("nothing is known of {" + place + "}");
    };
  }

  private String number(int n) {
    return either(String.valueOf(n), (spanish ? SPANISH : ENGLISH).get(n));
  }

  private String people(int n) {
    return number(n) + either("", "", spanish ? " personas" : " people");
  }

  private String adults(int n) {
    if (n == 1) {
      return spanish
          ? either("una persona", "1 persona", "un adulto")
          : either("one person", "one adult", "1 person");
    }
    return number(n) + (spanish ? either(" personas", " adultos") : either(" people", " adults"));
  }

  private String children(int n) {
    if (n == 0) {
      return "";
    }
    int age = 4 + random.nextInt(6);
    return spanish
        ? either(" y un niño de " + age + " años", " y una niña de " + age)
        : either(" and a child of " + age, " and a " + age + "-year-old");
  }

  private String nights(int n) {
    if (n == 1) {
      return spanish ? either("una noche", "1 noche") : either("one night", "1 night");
    }
    return number(n) + (spanish ? " noches" : " nights");
  }

  private String date(LocalDate day) {
    long away = ChronoUnit.DAYS.between(Houses.TODAY, day);
    if (away == 1 && random.nextBoolean()) {
      return spanish ? "mañana" : "tomorrow";
    }
    if (away == 2 && spanish && random.nextInt(3) == 0) {
      return "pasado mañana";
    }
    String weekday = weekday(day);
    if (away < 7 && random.nextBoolean()) {
      return spanish ? either("el ", "el ", "este ") + weekday : either("on ", "this ") + weekday;
    }
    return dated(day);
  }

  /** With its day of the month. */
  private String dated(LocalDate day) {
    String month = day.getMonth().getDisplayName(TextStyle.FULL, locale);
    int n = day.getDayOfMonth();
    if (spanish) {
      return "el "
          + either(
              n + " de " + month,
              weekday(day) + " " + n,
              weekday(day) + " " + n + " de " + month,
              n + "/" + day.getMonthValue());
    }
    return "on "
        + either(
            n + " " + month,
            month + " " + n,
            weekday(day) + " " + n + " " + month,
            "the " + ordinal(n) + " of " + month,
            weekday(day) + " the " + ordinal(n),
            month + " " + ordinal(n));
  }

  private static String ordinal(int n) {
    boolean teen = n / 10 == 1;
    return n
        + (teen
            ? "th"
            : switch (n % 10) {
              case 1 -> "st";
              case 2 -> "nd";
              case 3 -> "rd";
              default -> "th";
            });
  }

  private String weekday(LocalDate day) {
    return day.getDayOfWeek().getDisplayName(TextStyle.FULL, locale);
  }

  private String range(Wanted stay) {
    LocalDate from = stay.date();
    LocalDate to = stay.departure();
    String month = to.getMonth().getDisplayName(TextStyle.FULL, locale);
    String before = from.getMonth().getDisplayName(TextStyle.FULL, locale);
    boolean same = from.getMonth() == to.getMonth();
    if (spanish) {
      return same
          ? either(
              "del " + from.getDayOfMonth() + " al " + to.getDayOfMonth() + " de " + month,
              "del " + from.getDayOfMonth() + " al " + to.getDayOfMonth() + " de " + month,
              "del "
                  + weekday(from)
                  + " "
                  + from.getDayOfMonth()
                  + " al "
                  + weekday(to)
                  + " "
                  + to.getDayOfMonth()
                  + " de "
                  + month,
              "del "
                  + from.getDayOfMonth()
                  + "/"
                  + from.getMonthValue()
                  + " al "
                  + to.getDayOfMonth()
                  + "/"
                  + to.getMonthValue())
          : "del "
              + from.getDayOfMonth()
              + " de "
              + before
              + " al "
              + to.getDayOfMonth()
              + " de "
              + month;
    }
    return same
        ? either(
            "from " + from.getDayOfMonth() + " to " + to.getDayOfMonth() + " " + month,
            "from the "
                + ordinal(from.getDayOfMonth())
                + " to the "
                + ordinal(to.getDayOfMonth())
                + " of "
                + month,
            "from " + month + " " + from.getDayOfMonth() + " to " + to.getDayOfMonth())
        : "from " + from.getDayOfMonth() + " " + before + " to " + to.getDayOfMonth() + " " + month;
  }

  private String time(LocalTime time) {
    return spanish ? spanishTime(time) : englishTime(time);
  }

  private String spanishTime(LocalTime time) {
    int hour = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
    String at = hour == 1 ? "a la " : "a las ";
    String word = hour == 1 ? "una" : SPANISH.get(hour);
    String half = time.getMinute() == 30 ? " y media" : "";
    List<String> ways =
        new ArrayList<>(
            List.of(
                at + word + half,
                at + hour + half,
                "a las " + time,
                at + word + half + (time.getHour() < 18 ? " de la tarde" : " de la noche"),
                "a las " + time + either("h", " h")));
    if (half.isEmpty()) {
      ways.add("a las " + time.getHour());
    } else {
      ways.add(at + hour + ":30");
    }
    return ways.get(random.nextInt(ways.size()));
  }

  private String englishTime(LocalTime time) {
    int hour = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
    String word = ENGLISH.get(hour);
    boolean half = time.getMinute() == 30;
    return "at "
        + (half
            ? either(
                "half past " + word,
                hour + ":30",
                hour + ":30 pm",
                hour + ":30pm",
                time.toString(),
                word + " thirty",
                "half past " + hour)
            : either(
                word,
                String.valueOf(hour),
                hour + "pm",
                hour + " pm",
                time.toString(),
                word + " o'clock",
                hour + " o'clock"));
  }

  private String room(String type) {
    if (spanish) {
      String kind = type.equals("suite") ? "suite" : type;
      return type.equals("suite")
          ? either("una suite", "la suite")
          : either("una " + kind, "una habitación " + kind);
    }
    String kind =
        switch (type) {
          case "individual" -> "single";
          case "doble" -> "double";
          case "doble superior" -> "superior double";
          case "familiar" -> "family";
          default -> "suite";
        };
    return switch (kind) {
      case "suite" -> either("a suite", "the suite");
      case "family" -> "a family room";
      default -> either("a " + kind, "a " + kind + " room");
    };
  }

  private String phone(String digits) {
    return either(
        digits,
        digits.replaceFirst("(...)(..)(..)(..)", "$1 $2 $3 $4"),
        digits.replaceFirst("(...)(...)(...)", "$1 $2 $3"),
        "+34" + digits,
        "+34 " + digits.replaceFirst("(...)(...)(...)", "$1 $2 $3"));
  }

  private static String email(String name) {
    return Plain.words(name).replace(' ', '.') + "@example.com";
  }

  private String either(String... ways) {
    return ways[random.nextInt(ways.length)];
  }
}
